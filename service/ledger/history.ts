import { ANY, USUAL_PURPOSE } from '../../core/consent/applies';
import { overruled } from '../../core/consent/overruled';
import type { ConsentStatement } from '../../core/consent/statement';
import { defined } from '../../core/json';
import { countriesOf } from '../../core/message/phone';
import { kindOf } from '../config/purposes';
import type { Config } from '../config/schema';
import type { Database } from '../store/database';
import { type ToldConsent, toldConsent } from './consents';
import { statementsOf } from './statements';

/** Everything the ledger knows of a person. */
export interface History {
	phone: string;
	/** Of the number, in two letters, the likeliest first: some share their code. */
	countries: readonly string[];
	/** What holds for each agent and purpose that something was stated about. */
	consents: ToldConsent[];
	/** The newest first. */
	statements: ToldStatement[];
}

/** A statement, and in words why it does not hold where somebody may expect it to. */
export interface ToldStatement extends ConsentStatement {
	overruled?: string;
}

export async function historyOf(
	database: Database,
	phone: string,
	purposes: Config['purposes'],
): Promise<History> {
	const known = await database.snapshot((sql) => statementsOf(sql, [phone]));
	const statements = known.get(phone) ?? [];
	const stated = statements.map(({ key: { agent, purpose } }) => ({ agent, purpose }));
	const keys = stated.length > 0 ? stated : [{ agent: ANY, purpose: USUAL_PURPOSE }];
	const each = new Map(keys.map((key) => [JSON.stringify([key.agent, key.purpose]), key]));
	return {
		phone,
		countries: countriesOf(phone),
		consents: [...each.values()].map((key) => toldConsent({ phone, ...key }, statements, purposes)),
		statements: statements.toSorted(newestFirst).map((one) => {
			const { kind } = kindOf(purposes, one.key.purpose);
			return { ...one, ...defined({ overruled: overruled(one, statements, kind) }) };
		}),
	};
}

/** Times are ISO 8601 in UTC with milliseconds: their order as texts is their order in time. */
function newestFirst(a: ConsentStatement, b: ConsentStatement): number {
	if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? 1 : -1;
	return a.recordedAt < b.recordedAt ? 1 : -1;
}
