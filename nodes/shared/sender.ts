import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { asObject } from '../../core/json';
import type { Call } from '../../core/provider';
import type { Account } from './account';
import { chosenText } from './chosen';

/** The account as one of its senders. */
export function forSender(
	{ http, settings, newId }: Account,
	sender: string | undefined,
): Omit<Call, 'now'> {
	const agent = sender?.trim();
	return { http, newId, settings: agent ? { ...settings, agent } : settings };
}

/** The sender that a form names while it is filled in: in a field of its own, or among the options. */
export function senderInForm(context: ILoadOptionsFunctions): string | undefined {
	const options = asObject(context.getNodeParameter('options', {}));
	return chosenText(context.getNodeParameter('sender', '')) ?? chosenText(options['from']);
}
