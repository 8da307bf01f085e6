import type { IDataObject } from 'n8n-workflow';
import type { ProviderError } from '../../core/errors';
import { itemJson } from '../shared/itemJson';
import type { ToldConsent } from './consent';

/**
 * What the node says of one item, and by which output it leaves. Its key `error` is never used: n8n would
 * run the node again.
 */
export type Outcome =
	| { output: 'optedIn' | 'notOptedIn'; json: IDataObject }
	| { output: 'failed'; json: IDataObject; error: ProviderError };

/** By what holds now, whatever was done: an opt-in that did not end an opt-out leaves by Not Opted In. */
export function told(consent: ToldConsent, more: object = {}): Outcome {
	const optedIn = consent.state === 'optedIn';
	const { phone, agent, purpose, state, ...rest } = consent;
	const json = itemJson({ phone, agent, purpose, state, optedIn, ...rest, ...more });
	return { output: optedIn ? 'optedIn' : 'notOptedIn', json };
}

/** Nobody could say, or it could not be recorded: no opt-in, and no opt-out either. */
export function failed(error: ProviderError, phone?: string): Outcome {
	const json = itemJson({ phone, state: 'unknown', optedIn: false, reason: error });
	return { output: 'failed', error, json };
}
