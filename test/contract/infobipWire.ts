import type { HttpResponse } from '../../core/http';
import type { Provider } from '../../core/provider';
import { infobip } from '../../core/providers/infobip';
import type { ProviderSettings } from '../../core/settings';
import { json, type Wire, wire as anyWire } from './wire';

export const base = 'https://abc123.api.infobip.com';
export const provider: Provider = infobip;

/** An account whose base URL was pasted with slashes at its end. */
const account: ProviderSettings = { baseUrl: `${base}//`, agent: 'DemoSender' };

/** A wire of this account that always gives the same answer. */
export function wire(body: unknown, status = 200, settings: ProviderSettings = {}): Wire {
	return answering([json(body, status)], settings);
}

/** A wire of this account that gives several answers, one after the other. */
export function answering(
	answers: readonly (HttpResponse | Error)[],
	settings: ProviderSettings = {},
): Wire {
	return anyWire({ ...account, ...settings }, ...answers);
}
