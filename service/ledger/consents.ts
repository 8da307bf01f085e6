import { consentFor } from '../../core/consent/applies';
import type { ConsentKey, ConsentStatement } from '../../core/consent/statement';
import { defined } from '../../core/json';
import { kindOf } from '../config/purposes';
import type { Config } from '../config/schema';
import type { Sql } from '../store/database';
import { statementsOf } from './statements';

/** What holds for a key, as it is told to others. */
export interface ToldConsent extends ConsentKey {
	/** `none`: nobody said anything, which counts as not opted in. */
	state: ConsentStatement['state'] | 'none';
	/** ISO 8601 in UTC. */
	since?: string;
	source?: ConsentStatement['source'];
	level?: ConsentStatement['level'];
	statementId?: string;
}

/** What holds for keys, in their order. */
export async function consentsOf(
	sql: Sql,
	keys: readonly ConsentKey[],
	purposes: Config['purposes'],
): Promise<ToldConsent[]> {
	const statements = await statementsOf(
		sql,
		keys.map(({ phone }) => phone),
	);
	return keys.map((key) => toldConsent(key, statements.get(key.phone) ?? [], purposes));
}

/** What holds for a key, by the statements of its person. */
export function toldConsent(
	key: ConsentKey,
	statements: readonly ConsentStatement[],
	purposes: Config['purposes'],
): ToldConsent {
	const asked = { ...key, ...kindOf(purposes, key.purpose) };
	const { state, since, decidedBy } = consentFor(asked, statements);
	const { phone, agent, purpose } = key;
	const { source, level, id: statementId } = decidedBy ?? {};
	return { phone, agent, purpose, state, ...defined({ since, source, level, statementId }) };
}
