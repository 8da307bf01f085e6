import type { Http, HttpRequest, HttpResponse } from '../../core/http';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider, SendResult } from '../../core/provider';
import { batches, prepare, sendBatch } from '../../core/send';
import { NOW } from '../fixtures/messages';
import type { ProviderFixtures } from '../fixtures/types';

/** What a message's way through the core gave: what reached the wire, and what was said about it. */
export interface Outcome {
	requests: HttpRequest[];
	results: SendResult[];
}

/** Sends messages the way the nodes do, over a wire that answers what it is told to. */
export async function deliver(
	provider: Provider,
	{ settings }: ProviderFixtures,
	messages: readonly ReadyMessage[],
	answer: (request: HttpRequest, batch: readonly ReadyMessage[]) => HttpResponse | Error,
): Promise<Outcome> {
	const requests: HttpRequest[] = [];
	const ready = messages.flatMap((message) => {
		const prepared = prepare(provider, message, NOW);
		return prepared.ok ? [prepared.message] : [];
	});
	const results: SendResult[] = [];
	for (const batch of batches(provider, ready)) {
		const http: Http = (request) => {
			requests.push(request);
			const response = answer(request, batch);
			return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
		};
		results.push(
			...(await sendBatch(provider, { http, settings, now: NOW, newId: () => 'new-id' }, batch)),
		);
	}
	return { requests, results };
}

/** An answer without a meaning of its own. */
export function response(
	status: number,
	body = '',
	headers: Record<string, string> = {},
): HttpResponse {
	return { status, body, headers };
}
