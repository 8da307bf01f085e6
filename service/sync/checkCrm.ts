import { setUp, type SetUpReport } from '../../connectors/setUp';
import { RcsError } from '../../core/errors';
import { adviceOf } from '../operations/advice';
import type { Sql } from '../store/database';
import { toJson } from '../store/jsonRows';
import type { OpenCrm } from './openCrm';

/** What stands between a CRM and this service, in words. */
export interface CrmProblem {
	problem: string;
	advice: string;
}

/** Daily, and when something hints at a problem; a CRM that does not answer is not asked. */
const DUE = `paused is distinct from 'outage' and (
	checked_at is null or checked_at < now() - interval '1 day'
	or (paused in ('reauth', 'setup') and last_failure_at > checked_at)
	or (checked_at < now() - interval '5 minutes' and (
		jsonb_array_length(check_report->'problems') > 0
		or exists (select 1 from rcs.dead_letters as letter
			where letter.connection = state.connection and status = 'failed' and last_at > checked_at))))`;

/**
 * Looks whether a CRM has everything that is written to: at the first start, daily, and when what it says
 * hints at something that is missing. It changes nothing there.
 */
export async function checkWhenDue(sql: Sql, { account, run }: OpenCrm): Promise<void> {
	const { connection, crm } = account;
	await sql.query(
		'insert into rcs.crm_state (connection) values ($1) on conflict (connection) do nothing',
		[connection],
	);
	const due = await sql.query(
		`update rcs.crm_state as state set checked_at = clock_timestamp() where connection = $1 and ${DUE} returning connection`,
		[connection],
	);
	if (due.length === 0) return;
	const problems = await problemsOf(run, crm.displayName);
	await sql.query('update rcs.crm_state set check_report = $2 where connection = $1', [
		connection,
		toJson({ problems }),
	]);
}

async function problemsOf(run: OpenCrm['run'], name: string): Promise<CrmProblem[]> {
	try {
		return problemsIn(await setUp(run, { dryRun: true }), run.crm);
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		const problem = `${name} could not be asked what is missing: ${error.detail.message}`;
		return [{ problem, advice: adviceOf(error.detail) }];
	}
}

function problemsIn(
	{ added, conflicts }: SetUpReport,
	{ id, displayName }: OpenCrm['run']['crm'],
): CrmProblem[] {
	const missing = added.length > 0 ? [missingIn(added, id, displayName)] : [];
	const inTheWay = conflicts.map(({ name, problem, advice }) => ({
		problem: `${name}: ${problem}`,
		advice,
	}));
	return [...missing, ...inTheWay];
}

function missingIn(added: readonly string[], id: string, displayName: string): CrmProblem {
	return {
		problem: `Missing in ${displayName}: ${added.join(', ')}.`,
		advice: `Run "rcs-connectors provision ${id} --settings FILE" to add what is missing.`,
	};
}
