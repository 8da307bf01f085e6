import type { INodeExecutionData } from 'n8n-workflow';
import { pollConsent } from '../../connectors/consentPoll';
import type { CrmRun } from '../../connectors/execute';
import { consentItems, incompleteItems, withoutPhoneItems } from './items';

const HOUR_MS = 3_600_000;

/** How far it looks back, until there is something to show. */
const WINDOWS_MS = [HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS, Infinity];

const MOST_PAGES = 2;
const MOST_SHOWN = 10;

/** The latest edits that no poll has acknowledged yet, to build a workflow with. */
export async function latest(run: CrmRun): Promise<INodeExecutionData[][]> {
	const now = run.clock.now();
	for (const ms of WINDOWS_MS) {
		const cursor = run.crm.changes.startAt(Math.max(0, now - ms), run.settings);
		const found = await pollConsent(run, { cursor, told: {} }, { mostPages: MOST_PAGES });
		const consents = consentItems(run, found.statements.slice(-MOST_SHOWN));
		const problems = [
			...withoutPhoneItems(run, found.withoutPhone.slice(-MOST_SHOWN)),
			...incompleteItems(run, found.incomplete.slice(-MOST_SHOWN)),
		];
		if (consents.length + problems.length > 0) return [consents, problems];
	}
	return [];
}
