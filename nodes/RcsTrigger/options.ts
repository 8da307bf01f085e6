import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { type EventType, eventTypes } from '../../core/event/types';
import { asArray, asObject, asString } from '../../core/json';

/** The trigger's parameters. */
export interface TriggerOptions {
	events: readonly EventType[];
	agent?: string;
	channel?: string;
	postbackPrefix?: string;
	dropDuplicates: boolean;
	includeRaw: boolean;
	register: boolean;
	verify: boolean;
}

/** Reads them; what is not set has its default. */
export function readOptions(context: IHookFunctions | IWebhookFunctions): TriggerOptions {
	const chosen = asArray(context.getNodeParameter('events', []));
	const options = asObject(context.getNodeParameter('options', {}));
	const agent = asString(options['agent'])?.trim();
	const channel = asString(options['channel']);
	const postbackPrefix = asString(options['postbackPrefix']);
	return {
		events: eventTypes.filter((type) => chosen.includes(type)),
		...(agent ? { agent } : {}),
		...(channel && channel !== 'any' ? { channel } : {}),
		...(postbackPrefix ? { postbackPrefix } : {}),
		dropDuplicates: options['dropDuplicates'] !== false,
		includeRaw: options['output'] === 'raw',
		register: options['register'] !== false,
		verify: options['verify'] !== false,
	};
}
