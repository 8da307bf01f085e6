import { asArray, asObject, asString, defined, type JsonObject } from '../json';
import { parseTime } from '../message/time';
import type { Check, GateResult } from './gate';

/** What the gate says of one message, as it travels: as JSON, and with times that people can read. */
export interface GateAnswer {
	outcome: 'send' | 'refused' | 'hold';
	/** The precise rule that stops the message, e.g. `notOptedIn`. */
	rule?: string;
	/** What happened, in one sentence. */
	why?: string;
	/** What a person can do about it. */
	advice?: string;
	/** ISO 8601 in UTC: the first moment at which a held message may go out. */
	holdUntil?: string;
	checks: readonly GateCheck[];
}

type GateCheck = Omit<Check, 'rule' | 'result'> & { rule: string; result: string };

export function answerOf(result: GateResult): GateAnswer {
	const { checks } = result;
	if (result.send) return { outcome: 'send', checks };
	const { outcome, rule, why } = result;
	if (outcome === 'refused') return { outcome, rule, why, advice: result.advice, checks };
	const holdUntil = new Date(result.holdUntil).toISOString();
	const advice = `Send it after ${holdUntil}, for example behind a Wait node, or not at all.`;
	return { outcome, rule, why, advice, holdUntil, checks };
}

/**
 * An answer that came over the network; nothing where it is none. Only a clear yes is a yes, and who is
 * to wait must be told until when.
 */
export function readAnswer(json: unknown): GateAnswer | undefined {
	const answer = asObject(json);
	const checks = asArray(answer['checks']).flatMap(readCheck);
	const [rule, why] = [asString(answer['rule']), asString(answer['why'])];
	const about = defined({ rule, why, advice: asString(answer['advice']), checks });
	switch (answer['outcome']) {
		case 'send':
			return { outcome: 'send', checks };
		case 'refused':
			return { outcome: 'refused', ...about };
		case 'hold':
			return readHold(answer, about);
		default:
			return undefined;
	}
}

function readHold(answer: JsonObject, about: Omit<GateAnswer, 'outcome'>): GateAnswer | undefined {
	const until = parseTime(asString(answer['holdUntil']) ?? '');
	if (until === undefined) return undefined;
	return { outcome: 'hold', ...about, holdUntil: new Date(until).toISOString() };
}

function readCheck(json: unknown): GateCheck[] {
	const check = asObject(json);
	const [rule, result] = [asString(check['rule']), asString(check['result'])];
	if (rule === undefined || result === undefined) return [];
	return [defined({ rule, result, why: asString(check['why']) })];
}
