import { networkError } from '../../core/http';
import { asObject, asString } from '../../core/json';

/** How long a CRM may take to answer; a composite of 1,000 records takes its time. */
export const TIMEOUT_MS = 120_000;

/** The error of a request without an answer: what Node.js says of it is on the error or its cause. */
export function lost(url: string, error: unknown) {
	const { code, cause } = asObject(error);
	const inner = asObject(cause)['code'];
	return networkError(new URL(url).host, asString(inner) ?? asString(code));
}

/** What a promise gives, unless the CRM takes too long. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })),
			TIMEOUT_MS,
		);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
