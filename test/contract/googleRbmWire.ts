import type { HttpRequest } from '../../core/http';
import type { Call, Provider } from '../../core/provider';
import { googleRbm } from '../../core/providers/google-rbm';
import type { ProviderSettings } from '../../core/settings';
import { NOW } from '../fixtures/messages';
import { response } from './deliver';

export const base = 'https://rcsbusinessmessaging.googleapis.com';
export const provider: Provider = googleRbm;
export const number = '+447700900123';
export const phone = `${base}/v1/phones/%2B447700900123`;

/** A wire that gives one answer to everything. */
export function wire(body: unknown, status = 200, settings: ProviderSettings = {}) {
	const requests: HttpRequest[] = [];
	const call: Call = {
		http: (request) => {
			requests.push(request);
			return Promise.resolve(response(status, JSON.stringify(body)));
		},
		settings: { agent: 'demo-agent', ...settings },
		now: NOW,
		newId: () => 'new-id',
	};
	return { call, requests };
}

/** A wire that gives a Google error. */
export function failure(code: number, status: string, message: string, details: unknown[] = []) {
	return wire({ error: { code, status, message, details } }, code);
}
