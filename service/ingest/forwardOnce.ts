import { failureOf } from '../../core/http';
import { defined } from '../../core/json';
import { lost } from '../clients/lost';
import { forwardedHeaders } from './forwardHeaders';
import type { WaitingForward } from './forwardStore';

/** What a target made of a webhook. `reason`: why it was not taken and what to do, in words. */
export type Forwarded = { taken: true } | { taken: false; reason: string; retryAfterMs?: number };

/** How long a target may take. RCS Trigger answers at once, before its workflow runs. */
const TIMEOUT_MS = 15_000;

/** Methods that carry no body. */
const BARE: readonly string[] = ['GET', 'HEAD'];

/**
 * Hands a webhook on to its target: with its method, headers, query and exact bytes. Redirects are not
 * followed, because they would take secrets in headers elsewhere.
 */
export async function forwardOnce(
	{ target, method, url, headers, body }: WaitingForward,
	signal: AbortSignal,
): Promise<Forwarded> {
	const address = withQueryOf(target, url);
	try {
		const response = await fetch(address, {
			method,
			headers: forwardedHeaders(headers),
			...(BARE.includes(method) ? {} : { body: Buffer.from(body) }),
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
		});
		await response.body?.cancel();
		return answered(response);
	} catch (error) {
		return { taken: false, reason: lost(address, error).detail.message };
	}
}

/** Tokens that a provider was told to call with are in the query. */
function withQueryOf(target: string, url: string): string {
	const address = new URL(target);
	for (const [name, value] of new URL(url).searchParams) address.searchParams.append(name, value);
	return address.href;
}

const words: Readonly<Record<number, string>> = {
	401: 'It does not take the proof of the webhook: check the webhook secret in its credential.',
	403: 'It does not take the proof of the webhook: check the webhook secret in its credential.',
	404: 'Is the workflow active, and the address its production URL?',
	405: 'Does the webhook of the workflow take this method?',
	413: 'It takes no webhook of this size.',
	429: 'It has too much to do.',
};

function answered({ status, headers }: Response): Forwarded {
	if (status >= 200 && status < 300) return { taken: true };
	const isRedirect = status >= 300 && status < 400;
	const advice = isRedirect
		? 'Redirects are not followed: enter the address it leads to.'
		: (words[status] ?? '');
	const answer = { status, headers: Object.fromEntries(headers), body: '' };
	const { retryAfterMs } = failureOf(answer);
	return {
		taken: false,
		reason: `The target answered ${status}. ${advice}`.trim(),
		...defined({ retryAfterMs }),
	};
}
