import type { INodeExecutionData } from 'n8n-workflow';
import type { NotAcknowledged } from '../../connectors/consentAcknowledge';
import { statedIn } from '../../connectors/consentEdit';
import { overridesOptOut, replacedBy } from '../../connectors/consentNews';
import type { CrmStatement } from '../../connectors/consentNumbers';
import type { RecordRef } from '../../connectors/changes';
import type { ConsentRecord } from '../../connectors/consentChanges';
import type { FoundRecord } from '../../connectors/lookups';
import type { CrmRun } from '../../connectors/execute';
import { itemJson } from '../shared/itemJson';
import { linkTo } from '../shared/crmLinks';

/**
 * One item a number, so that a workflow does with each what it does with any. The names are those of a consent
 * statement; `previous` is what the record held before the edit.
 */
export function consentItems(
	run: CrmRun,
	statements: readonly CrmStatement[],
): INodeExecutionData[] {
	return statements.map(({ phone, statement, record, isOther }) => {
		const { state, occurredAt, source, origin, level, id } = statement;
		const facts = { phone, state, optedIn: state === 'optedIn', occurredAt, source, origin };
		const before = { previous: replacedBy(record), overridesOptOut: overridesOptOut(record) };
		return item({
			...{ ...facts, level, id, ...before, otherNumber: isOther },
			record: shown(run, record),
		});
	});
}

export function withoutPhoneItems(
	run: CrmRun,
	records: readonly ConsentRecord[],
): INodeExecutionData[] {
	const problem = 'The consent status was changed, but no phone number of the record can be read';
	const advice =
		"Enter a number with + and its country code, or set the option 'Default Country'. The status arrives when the number is there.";
	return records.map((record) =>
		item({ problem, advice, state: statedIn(record.values), record: shown(run, record) }),
	);
}

export function incompleteItems(
	run: CrmRun,
	records: readonly ConsentRecord[],
): INodeExecutionData[] {
	const advice =
		"Enter the number with + and its country code, or set the option 'Default Country'. The opt-out arrives for it when it can be read.";
	return records.map((record) => {
		const fields = record.unreadable?.join(', ');
		const problem = `The opt-out was told for the phone numbers of the record that can be read. These fields cannot: ${fields}`;
		return item({ problem, advice, state: statedIn(record.values), record: shown(run, record) });
	});
}

export function notAcknowledgedItems(
	run: CrmRun,
	failures: readonly NotAcknowledged[],
): INodeExecutionData[] {
	const advice = `Let the credential write the RCS fields in ${run.crm.displayName}, or turn off 'Write Back'. The statement itself was told.`;
	return failures.map(({ record, id, reason }) => {
		const problem = `${run.crm.displayName} did not let the edit be noted as told: ${reason}`;
		return item({ problem, advice, id, record: shown(run, record) });
	});
}

/** What a person finds the record by. */
function shown(run: CrmRun, { object, id, name }: RecordRef & Pick<FoundRecord, 'name'>) {
	return itemJson({ object, id, name, url: linkTo(run, id) });
}

function item(value: object): INodeExecutionData {
	return { json: itemJson(value) };
}
