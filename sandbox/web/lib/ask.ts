const UNREACHABLE = 'The sandbox cannot be reached. Is it running?';

/** Asks the sandbox. @throws Error in the sandbox's words */
export async function ask<T>(
	method: string,
	path: string,
	body?: object,
	headers: Record<string, string> = {},
): Promise<T> {
	const response = await fetch(path, {
		method,
		headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
		...(body && { body: JSON.stringify(body) }),
	}).catch(() => {
		throw new Error(UNREACHABLE);
	});
	if (!response.ok) throw new Error(await refusalOf(response));
	return (await response.json()) as T;
}

async function refusalOf(response: Response): Promise<string> {
	const answer = (await response.json().catch(() => ({}))) as {
		error?: string | { message?: string };
	};
	const { error } = answer;
	const words = typeof error === 'string' ? error : error?.message;
	return words ?? `The sandbox answered ${response.status}.`;
}

/** Whatever was thrown, in words. */
export const wordsOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
