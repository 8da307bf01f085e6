import { contactWrites } from '../../connectors/contactWrites';
import type { RcsEvent } from '../../core/event/types';
import { asObject, asString, type JsonObject, parseJson } from '../../core/json';
import { eventFrom } from '../shared/eventFrom';
import { asPhone } from './items';
import type { Job } from './operations';
import { countryOf } from './options';
import { type Outcome, skipped } from './outcome';
import { eventOfResult, isSendResult } from './sendResult';

/** The whole item, which n8n need not be asked for. */
const WHOLE_ITEM = /^=\{\{\s*\$json\s*\}\}$/;

/** An event with the phone it is about. */
export type PhoneEvent = RcsEvent & { user: string };

/**
 * Reads what an item tells, or why that changes nothing.
 *
 * @throws RcsError `validation` for what is no event.
 */
export function eventReader(job: Job): (i: number) => PhoneEvent | Outcome {
	const valueOf = valueReader(job);
	return (i) => readEvent(job, valueOf(i));
}

function readEvent(job: Job, json: JsonObject): PhoneEvent | Outcome {
	const result = [json, asObject(json['rcs'])].find(isSendResult);
	if (result) {
		const told = eventOfResult(result, new Date());
		return 'skip' in told ? skipped(told.skip, asString(result['to'])) : ready(job, told.event);
	}
	return ready(job, eventFrom(json));
}

function valueReader({ context, items, read }: Job): (i: number) => JsonObject {
	const raw = context.getNode().parameters['event'] ?? '={{ $json }}';
	if (typeof raw === 'string' && WHOLE_ITEM.test(raw)) return (i) => asObject(items[i]?.json);
	return (i) => {
		const value = read('event', i);
		return asObject(typeof value === 'string' ? parseJson(value) : value);
	};
}

function ready({ options }: Job, event: RcsEvent): PhoneEvent | Outcome {
	const { user, type } = event;
	if (user === undefined) return skipped('The event names no phone, so it belongs to no record');
	const phone = asPhone(user, countryOf(options));
	const told = { ...event, user: phone };
	if (contactWrites([told]).length > 0) return told;
	return skipped(`An event of the type ${type} changes nothing on a record`, phone);
}
