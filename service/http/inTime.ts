import { unavailable } from './problem';

/** Whoever asks waits to send: better no answer than a late one. */
const MOST_MS = 5000;

/** The answer of the store. @throws HttpProblem 503 when it takes too long. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(unavailable()), MOST_MS);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
