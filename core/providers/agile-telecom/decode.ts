import { type ProviderError, providerError } from '../../errors';
import type { EventChannel } from '../../event/types';
import { unclearAnswer } from '../../http';
import { asArray, asBoolean, asObject, asString, defined, isObject } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { channelOf } from './channel';

/** What the answer says of one channel. */
interface Leg {
	channel: EventChannel | undefined;
	accepted: boolean;
	reasons: string[];
}

/**
 * Reads `{messageId, simulation, results: {rcs: {accepted, reasons}, sms}}` and the other documented
 * form, `{messageId, customerMessageId, results: [{phoneNumber, accepted, channel, statusCode}]}`. A
 * message that a fallback took is accepted, and the result names the channel.
 */
export function decodeResponse(body: unknown, { id, to }: ReadyMessage): SendResult {
	const about = { id, to, raw: body ?? null };
	const { results, messageId, customerMessageId } = asObject(body);
	const legs = legsOf(results);
	const rcs = legs.find(({ channel }) => channel === 'rcs');
	const taker = rcs?.accepted ? rcs : legs.find(({ accepted }) => accepted);
	if (taker) {
		// A message they know by our id needs no other, whatever id they gave it besides.
		const known = [messageId, customerMessageId].some((theirs) => asString(theirs) === id);
		const providerMessageId = known ? undefined : asString(messageId);
		const channel = taker === rcs ? undefined : taker.channel;
		return { ...about, status: 'accepted', ...defined({ providerMessageId, channel }) };
	}
	if (legs.length > 0) return { ...about, status: 'rejected', error: refusal(legs) };
	const unclear = 'Agile Telecom took the request but did not say what became of the message';
	return { ...about, status: 'unknown', error: unclearAnswer(body, unclear) };
}

/** A leg without a word about acceptance says nothing; `sms` is null where there is no fallback. */
function legsOf(results: unknown): Leg[] {
	const entries: [unknown, unknown][] = isObject(results)
		? Object.entries(results)
		: asArray(results).map((entry) => [asObject(entry)['channel'], entry]);
	return entries.flatMap(([name, entry]) => {
		const { accepted, reasons, statusCode } = asObject(entry);
		const known = asBoolean(accepted);
		if (known === undefined) return [];
		const why = asArray(reasons ?? statusCode ?? []).flatMap(words);
		const code = asString(statusCode);
		const channel = channelOf(name);
		return [{ channel, accepted: known, reasons: code ? [...why, `status ${code}`] : why }];
	});
}

function words(reason: unknown): string | [] {
	const { message, description, code } = asObject(reason);
	return asString(reason) ?? asString(message ?? description ?? code) ?? [];
}

/** The guide lists no reasons, so that their meaning is left to the person who reads them. */
function refusal(legs: readonly Leg[]): ProviderError {
	const reasons = [...new Set(legs.flatMap((leg) => leg.reasons))];
	const why = reasons.join('; ') || 'it gave no reason';
	return providerError('validation', `Agile Telecom did not accept the message: ${why}`, {
		advice:
			'Read the reason given. If it is about the number, add an SMS fallback; if it is about the agent or the content, correct it and send again.',
	});
}
