import { awaitsReview } from '../../core/consent/awaitsReview';
import { kindOf } from '../config/purposes';
import type { Config } from '../config/schema';
import { consentChanges } from '../figures/consentChanges';
import { UNREAD } from '../ingest/unread';
import { statementsOf } from '../ledger/statements';
import { only, type Sql } from '../store/database';
import { funnel } from './funnel';
import type { Range } from './range';
import type { Overview } from './shapes';

/** The numbers of a time that matter at a glance. */
export async function overview(
	sql: Sql,
	range: Range,
	purposes: Config['purposes'],
): Promise<Overview> {
	const messages = await funnel(sql, range);
	const consent = await consentChanges(sql, range);
	const rest = only(await sql.query<Row>(REST));
	return {
		messages,
		...consent,
		possibleOptOuts: await possibleOptOuts(sql, purposes),
		forwardsGivenUp: Number(rest['forwards']),
		unreadWebhooks: Number(rest['unread']),
		isEmpty: rest['empty'] === true,
	};
}

type Row = Record<string, unknown>;

/** People whose messages the gate holds because of what they wrote. */
async function possibleOptOuts(sql: Sql, purposes: Config['purposes']): Promise<number> {
	const rows = await sql.query<{ phone: string }>(DOUBTS);
	const people = await statementsOf(
		sql,
		rows.map(({ phone }) => phone),
	);
	const kind = (purpose: string) => kindOf(purposes, purpose).kind;
	return [...people.values()].filter((statements) => awaitsReview(statements, kind)).length;
}

/** Those whose text may be an opt-out, but for whom somebody decided since for all agents and purposes. */
const DOUBTS = `
select distinct phone from rcs.statements doubt
where state = 'pending' and proof->>'possibleOptOut' is not null and not exists (
	select from rcs.statements later
	where later.phone = doubt.phone and later.agent = '*' and later.purpose = '*'
		and later.state <> 'pending' and later.source <> 'import'
		and least(later.occurred_at, later.recorded_at) > least(doubt.occurred_at, doubt.recorded_at))`;

const REST = `
select (select count(*) from rcs.forwards where dead_reason is not null) as forwards,
	(select count(*) from rcs.events where ${UNREAD}) as unread,
	not exists (select from rcs.events) as empty`;
