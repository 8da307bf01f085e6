import type { HttpRequest, HttpResponse } from '../../core/http';
import type { Call, Provider } from '../../core/provider';
import { restV1 } from '../../core/providers/rest-v1';
import { type ProviderSettings } from '../../core/settings';
import { NOW } from '../fixtures/messages';
import { response } from './deliver';

export const provider: Provider = restV1;
export const base = 'https://rcs.example.com';
export const auth = { kind: 'apiKey', apiKey: 'test-api-key' } as const;
export const json = { 'Content-Type': 'application/json' };

type Answer = unknown[] | ((request: HttpRequest) => HttpResponse);

/** A service that answers one body after the other, the last again and again, or as a function says. */
export function wire(answers: Answer = [{}], settings: ProviderSettings = {}) {
	const requests: HttpRequest[] = [];
	const http: Call['http'] = (request) => {
		requests.push(request);
		if (typeof answers === 'function') return Promise.resolve(answers(request));
		const body = answers[Math.min(requests.length, answers.length) - 1];
		return Promise.resolve(response(200, JSON.stringify(body)));
	};
	const account = { baseUrl: `${base}//`, auth, ...settings };
	const call: Call = { http, settings: account, now: NOW, newId: () => 'new-id' };
	const asked = () => requests.map(({ method, url }) => `${method} ${url.replace(base, '')}`);
	return { call, requests, asked };
}
