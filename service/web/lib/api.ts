/** What the service answers where it cannot do what it was asked. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

const CHECK = 'Check that it runs and that this computer is connected.';

/** What is shown is asked for again; what a person wants done is not. */
const unreachable = (then: string) =>
	new Problem(0, 'The service cannot be reached.', `${CHECK} ${then}`);

/** Asks the service; with a body by POST. @throws Problem in words for people */
export async function ask<T>(path: string, body?: object): Promise<T> {
	const response = await fetch(path, {
		headers: { 'content-type': 'application/json', 'x-rcs-page': '1' },
		...(body && { method: 'POST', body: JSON.stringify(body) }),
	}).catch(() => {
		throw unreachable(body ? 'Then do it again.' : 'The page tries again by itself.');
	});
	if (!response.ok) throw await problemIn(response);
	return (await response.json()) as T;
}

async function problemIn(response: Response): Promise<Problem> {
	const answer = (await response.json().catch(() => ({}))) as {
		error?: { message?: string; advice?: string };
	};
	const { message = `The service answered ${response.status}.`, advice = 'Try again.' } =
		answer.error ?? {};
	const entered = message.replace(FIELD, 'What you entered ');
	const isEntered = entered !== message;
	return new Problem(response.status, entered, isEntered ? 'Correct it and try again.' : advice);
}

/** The service names the field of the request, which people do not see. */
const FIELD = /^body\.[\w.]+ /;

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): Problem {
	if (error instanceof Problem) return error;
	return new Problem(0, String(error), 'Reload the page and try again.');
}
