import type { Provider } from '../../core/provider';
import { googleRbm } from '../../core/providers/google-rbm';
import type { ProviderSettings } from '../../core/settings';
import { json, type Wire, wire as anyWire } from './wire';

export const base = 'https://rcsbusinessmessaging.googleapis.com';
export const provider: Provider = googleRbm;
export const number = '+447700900123';
export const phone = `${base}/v1/phones/+447700900123`;

/** A wire that gives one answer to everything. */
export function wire(body: unknown, status = 200, settings: ProviderSettings = {}): Wire {
	return anyWire({ agent: 'demo-agent', ...settings }, json(body, status));
}

/** A wire that gives a Google error. */
export function failure(code: number, status: string, message: string, details: unknown[] = []) {
	return wire({ error: { code, status, message, details } }, code);
}
