import type { Provider } from '../../core/provider';
import { seven } from '../../core/providers/seven';
import type { ProviderSettings } from '../../core/settings';
import { json, type Wire, wire as anyWire } from './wire';

export const base = 'https://gateway.seven.io/api';
export const provider: Provider = seven;
export const number = '+447700900123';
export const accept = { Accept: 'application/json' };
export const both = { ...accept, 'Content-Type': 'application/json' };

/** A wire that gives these bodies one after the other, all with HTTP 200. */
export function wire(bodies: readonly unknown[], settings: ProviderSettings = {}): Wire {
	return anyWire({ agent: 'myfancyagent', ...settings }, ...bodies.map((body) => json(body)));
}
