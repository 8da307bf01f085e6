import { ANY, consentFor } from '../../core/consent/applies';
import type { ConsentStatement } from '../../core/consent/statement';
import { type CountedCap, gate, type GateRequest, type GateResult } from '../../core/policy/gate';
import { isPromotional } from '../../core/policy/promotional';
import type { Pass } from './passes';
import type { Rules } from './rules';

/** Whether a message may go out, and the rules by which to say so. */
export interface Question extends Omit<GateRequest, 'consent' | 'sentTimes' | 'purpose'> {
	/** Of the message. */
	id: string;
	agent?: string;
	purpose: string;
	rules: Rules;
}

export interface Judged {
	result: GateResult;
	/** What counts from now on, where the message goes out and is one that caps count. */
	pass?: Pass;
}

/** Judges messages in their order: those that are let through count for those behind. */
export function judgeAll(
	questions: readonly Question[],
	statements: ReadonlyMap<string, readonly ConsentStatement[]>,
	before: readonly Pass[],
): Judged[] {
	const passes = new Map<string, Pass[]>();
	for (const pass of before) passes.set(pass.phone, [...(passes.get(pass.phone) ?? []), pass]);
	return questions.map((question) => {
		const { phone } = question;
		const own = passes.get(phone) ?? [];
		const judged = judge(question, statements.get(phone) ?? [], own);
		const { pass } = judged;
		if (pass) passes.set(phone, [...own.filter(({ id }) => id !== pass.id), pass]);
		return judged;
	});
}

function judge(
	question: Question,
	statements: readonly ConsentStatement[],
	passes: readonly Pass[],
): Judged {
	const { id, phone, purpose, agent = ANY, at, rules } = question;
	const consent = consentFor({ ...question, agent }, statements);
	const others = passes.filter((pass) => pass.id !== id);
	const { settings } = rules;
	const result = gate(
		{ ...question, consent },
		{ ...settings, caps: countedCaps(rules, purpose, others) },
	);
	const counts = isPromotional(question) || settings.transactional?.caps === true;
	return result.send && counts ? { result, pass: { id, phone, purpose, at } } : { result };
}

function countedCaps(
	{ ownCaps, commonCaps }: Rules,
	purpose: string,
	passes: readonly Pass[],
): CountedCap[] {
	const timesOf = (some: readonly Pass[]) => some.map(({ at }) => at);
	const sentTimes = timesOf(passes.filter((pass) => pass.purpose === purpose));
	return [
		...ownCaps.map((cap) => ({ ...cap, sentTimes })),
		...commonCaps.map((cap) => ({ ...cap, sentTimes: timesOf(passes) })),
	];
}
