import type { Provider } from '../provider';
import { conversation } from './conversation';
import { infobip } from './infobip';

/** Every provider there is. Options, credentials, docs and tests are computed from this list. */
export const providers = { infobip, conversation } satisfies Record<string, Provider>;

export type ProviderId = keyof typeof providers;

export const providerIds = Object.keys(providers).filter(isProviderId);

export function isProviderId(id: string): id is ProviderId {
	return Object.hasOwn(providers, id);
}
