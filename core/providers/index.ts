import type { Provider } from '../provider';
import { agileTelecom } from './agile-telecom';
import { conversation } from './conversation';
import { googleRbm } from './google-rbm';
import { infobip } from './infobip';
import { restV1 } from './rest-v1';
import { seven } from './seven';

/** Every provider there is. Options, credentials, docs and tests are computed from this list. */
export const providers = {
	infobip,
	conversation,
	'agile-telecom': agileTelecom,
	'google-rbm': googleRbm,
	'rest-v1': restV1,
	seven,
} satisfies Record<string, Provider>;

export type ProviderId = keyof typeof providers;

export const providerIds = Object.keys(providers).filter(isProviderId);

export function isProviderId(id: string): id is ProviderId {
	return Object.hasOwn(providers, id);
}
