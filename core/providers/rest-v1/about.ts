import type { EventChannel } from '../../event/types';
import { asObject, asString, type JsonObject, lookUp } from '../../json';
import { userNumber } from '../../message/phone';
import { pick, pickString } from './read';

const channels: Readonly<Record<string, EventChannel>> = {
	rcs: 'rcs',
	sms: 'sms',
	mms: 'mms',
	whatsapp: 'whatsapp',
};

/** The channel an object names; a service that names none speaks of RCS. */
export function channelOf(object: JsonObject): EventChannel {
	return lookUp(channels, pickString(object, 'channel')?.toLowerCase()) ?? 'rcs';
}

/**
 * The person's number. Where `from` and `to` are all there is, the person is at one end: the phone
 * number among them, and the end named by `side` where both look like one.
 */
export function userOf(object: JsonObject, side: 'from' | 'to'): string | undefined {
	const contact = asObject(object['contact']);
	const named =
		pick(object, 'phone', 'phone_number', 'recipient', 'msisdn', 'user') ?? pick(contact, 'phone');
	const text = asString(named) ?? asString(object[endOf(object, side)]);
	return text && userNumber(text);
}

/** The agent's end of a message. */
export function agentOf(object: JsonObject, side: 'from' | 'to'): string | undefined {
	const other = endOf(object, side) === 'from' ? 'to' : 'from';
	return pickString(object, 'agent', 'agent_id') ?? asString(object[other]);
}

function endOf(object: JsonObject, side: 'from' | 'to'): 'from' | 'to' {
	const other = side === 'from' ? 'to' : 'from';
	return !isNumber(object[side]) && isNumber(object[other]) ? other : side;
}

function isNumber(value: unknown): boolean {
	return /^\+?\d{7,15}$/.test(asString(value) ?? '');
}
