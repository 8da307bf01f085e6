import type { Clock } from '../../core/clock';
import type { Http, HttpResponse } from '../../core/http';
import { asArray, asObject } from '../../core/json';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider, SendResult } from '../../core/provider';
import { type ProviderId, providers } from '../../core/providers';
import { type Pace, sendAll } from '../../core/sendAll';

export const settings = { baseUrl: 'https://api.example.com', agent: 'DemoShop' };

export const messages = (count: number): ReadyMessage[] =>
	Array.from({ length: count }, (_, i) => ({
		to: `+4477009${String(i).padStart(5, '0')}`,
		id: `m${i}`,
		content: { kind: 'text', text: 'Hello' },
	}));

/** A clock that a test can read: waiting takes no time and is written down. */
export function clock(): Clock & { waits: number[] } {
	const waits: number[] = [];
	let now = Date.parse('2030-01-01T00:00:00Z');
	return {
		waits,
		now: () => now,
		wait: async (ms) => {
			waits.push(ms);
			now += ms;
			await Promise.resolve();
		},
	};
}

/** A transport that answers as the test says; `count` is 1 for the first request. */
function transport(answer: (ids: string[], count: number) => HttpResponse) {
	const requests: string[][] = [];
	const http: Http = async ({ body }) => {
		const own = asObject(body);
		const ids = own['messageId']
			? [String(own['messageId'])]
			: asArray(own['messages']).map((message) =>
					String(asObject(asArray(asObject(message)['destinations'])[0])['messageId']),
				);
		requests.push(ids);
		await Promise.resolve();
		return answer(ids, requests.length);
	};
	return { http, requests };
}

export const accepted = (ids: string[]): HttpResponse => {
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const body = { messages: ids.map((messageId) => ({ messageId, status })), state: 'QUEUED' };
	return { status: 200, headers: {}, body: JSON.stringify(body) };
};
export const refused = (status: number, headers = {}): HttpResponse => ({
	status,
	headers,
	body: '',
});

export const pace: Pace = { concurrency: 3, retries: 2 };

interface Sent {
	/** The ids in each request, in the order of the requests. */
	requests: string[][];
	results: Map<string, SendResult>;
	waits: number[];
}

/** Sends messages m0, m1, ... through a provider of the registry, or one made for a test. */
export async function run(
	chosen: ProviderId | Provider,
	count: number,
	answer: (ids: string[], count: number) => HttpResponse,
	how: Pace = pace,
): Promise<Sent> {
	const { http, requests } = transport(answer);
	const time = clock();
	const provider: Provider = typeof chosen === 'string' ? providers[chosen] : chosen;
	const call = { http, settings, newId: () => 'new-id' };
	const results = await sendAll(provider, call, messages(count), how, time);
	return { requests, results, waits: time.waits };
}
