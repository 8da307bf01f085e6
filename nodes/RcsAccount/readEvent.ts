import type { CapabilityResult } from '../../core/capability';
import { errorCategories, type ProviderError, providerError } from '../../core/errors';
import { type EventChannel, eventTypes, type RcsEvent } from '../../core/event/types';
import { asObject, asString, defined, isObject, type JsonObject } from '../../core/json';
import { invalid } from './fields';
import type { Job } from './operation';

const channels: readonly EventChannel[] = ['rcs', 'sms', 'mms', 'whatsapp'];

/** The event an item holds, as RCS Trigger and Report > Get Many give it. @throws RcsError `validation` */
export function readEvent({ input: { json } }: Job): RcsEvent {
	const type = eventTypes.find((known) => known === json['type']);
	if (!type) throw invalid("The item is no event: its field 'type' names none");
	return {
		eventId: text(json, 'eventId'),
		provider: text(json, 'provider'),
		type,
		occurredAt: text(json, 'occurredAt'),
		...defined({
			user: asString(json['user']),
			agent: asString(json['agent']),
			messageId: asString(json['messageId']),
			campaignId: asString(json['campaignId']),
			channel: channels.find((known) => known === json['channel']),
			error: errorIn(asObject(json['error'])),
			capability: capabilityIn(json['capability']),
		}),
		raw: json,
	};
}

function errorIn(json: JsonObject): ProviderError | undefined {
	const category = errorCategories.find((known) => known === json['category']);
	return category && providerError(category, text(json, 'message'));
}

function capabilityIn(json: unknown): CapabilityResult | undefined {
	if (!isObject(json)) return undefined;
	const { reachable } = json;
	return {
		to: text(json, 'to'),
		reachable: reachable === 'yes' || reachable === 'no' ? reachable : 'unknown',
		checkedAt: text(json, 'checkedAt'),
	};
}

function text(json: JsonObject, name: string): string {
	return asString(json[name]) ?? '';
}
