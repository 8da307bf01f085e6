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

/** What the sandbox says itself is in `error`; of what an emulator threw, `error` only names the status. */
async function refusalOf(response: Response): Promise<string> {
	const { message, error } = (await response.json().catch(() => ({}))) as {
		message?: string;
		error?: string | { message?: string };
	};
	const words = message ?? (typeof error === 'string' ? error : error?.message);
	return words ?? `The sandbox answered ${response.status}.`;
}

/** Whatever was thrown, in words. */
export const wordsOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
