import { USUAL_PURPOSE } from '../../core/consent/applies';
import { answerOf, type GateAnswer } from '../../core/policy/gateAnswer';
import { purposeName } from '../../core/policy/promotional';
import { kindOf } from '../config/purposes';
import type { GateSettingsConfig } from '../config/gateSettings';
import type { Service } from '../service';
import type { Sql } from '../store/database';
import { statementsOf } from '../ledger/statements';
import { judgeAll, type Judged, type Question } from './judge';
import { lockPeople } from '../ledger/lockPeople';
import { addPasses, passesOf } from './passes';
import { rulesFor } from './rules';

export { releasePasses } from './passes';

/** A message that asks to be sent. */
export interface GateAsked extends Omit<Question, 'at' | 'agent' | 'purpose' | 'kind' | 'rules'> {
	/** Without it, any agent. */
	agent?: string;
	/** `marketing` without it. */
	purpose?: string;
	/** When it is to go out: milliseconds since 1970. Now without it, and never before. */
	at?: number;
}

export interface HowToAsk {
	/** Besides what the configuration says of the purpose. */
	settings?: GateSettingsConfig;
	/** Only looks: nothing counts. */
	dryRun?: boolean;
	/** The name of the token; without it, the service itself asks for a message it sends. */
	askedBy?: string;
}

/**
 * Asks whether messages may go out, in their order, so that those before count for those behind. What is
 * answered with `send` counts at once, for all processes; the same id for the same person counts once.
 *
 * @throws any error of the database: then nothing may be sent.
 */
export async function askGate(
	{ store, config, clock, reports }: Pick<Service, 'store' | 'config' | 'clock' | 'reports'>,
	asked: readonly GateAsked[],
	{ settings, dryRun = false, askedBy }: HowToAsk = {},
): Promise<GateAnswer[]> {
	const now = clock.now();
	const questions = asked.map((one): Question => {
		const purpose = purposeName(one.purpose ?? USUAL_PURPOSE);
		const rules = rulesFor(config.purposes, purpose, settings);
		const kind = kindOf(config.purposes, purpose);
		return { ...one, purpose, ...kind, rules, at: Math.max(one.at ?? now, now) };
	});
	const judged = dryRun
		? await store.snapshot((sql) => judge(sql, questions))
		: await store.transaction((sql) => letThrough(sql, questions, now, askedBy));
	const answers = judged.map(({ result }) => answerOf(result));
	if (!dryRun) for (const { outcome, rule } of answers) reports.gateDecided(outcome, rule);
	return answers;
}

async function letThrough(
	sql: Sql,
	questions: readonly Question[],
	now: number,
	askedBy: string | undefined,
): Promise<Judged[]> {
	await lockPeople(sql, phonesOf(questions));
	const judged = await judge(sql, questions);
	await addPasses(
		sql,
		judged.flatMap(({ pass }) => (pass ? [pass] : [])),
		now,
		askedBy,
	);
	return judged;
}

async function judge(sql: Sql, questions: readonly Question[]): Promise<Judged[]> {
	const phones = phonesOf(questions);
	const statements = await statementsOf(sql, phones);
	const since = earliestCounted(questions);
	const passes = since === undefined ? [] : await passesOf(sql, phones, since);
	return judgeAll(questions, statements, passes);
}

/** The earliest time that a cap still looks at; nothing where there are no caps. */
function earliestCounted(questions: readonly Question[]): number | undefined {
	const starts = questions.flatMap(({ at, rules }) =>
		[...rules.ownCaps, ...rules.commonCaps].map(({ periodMs }) => Math.max(0, at - periodMs)),
	);
	return starts.sort((a, b) => a - b)[0];
}

function phonesOf(questions: readonly Question[]): string[] {
	return [...new Set(questions.map(({ phone }) => phone))];
}
