import type { HttpRequest, HttpResponse } from '../../core/http';
import type { Call } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';
import { NOW } from '../fixtures/messages';
import { response } from './deliver';

/** A provider's answer as JSON. */
export function json(body: unknown, status = 200, headers?: Record<string, string>): HttpResponse {
	return response(status, JSON.stringify(body), headers);
}

export interface Wire {
	call: Call;
	/** What reached the wire, in order. */
	requests: HttpRequest[];
}

/** A wire that gives these answers one after the other, and the last one from then on. */
export function wire(
	settings: ProviderSettings,
	...answers: readonly (HttpResponse | Error)[]
): Wire {
	const requests: HttpRequest[] = [];
	const call: Call = {
		http: (request) => {
			const answer = answers[Math.min(requests.length, answers.length - 1)];
			requests.push(request);
			return answer && !(answer instanceof Error)
				? Promise.resolve(answer)
				: Promise.reject(answer ?? new Error('This wire has no answer'));
		},
		settings,
		now: NOW,
		newId: () => 'new-id',
	};
	return { call, requests };
}
