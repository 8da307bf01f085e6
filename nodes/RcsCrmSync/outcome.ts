import type { IDataObject } from 'n8n-workflow';
import type { RecordRef } from '../../connectors/changes';
import type { FoundRecord } from '../../connectors/lookups';
import type { CrmRun } from '../../connectors/execute';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import type { ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import { itemJson } from '../shared/itemJson';
import { errorOf } from './errors';
import { linkTo } from '../shared/crmLinks';

/** What the node says of one item, and by which output it leaves. The key `error` is never used: n8n would run the node again. */
export type Outcome =
	| { output: 'done' | 'unmatched'; json: IDataObject }
	| { output: 'failed'; json: IDataObject; error: ProviderError };

export function done(json: object): Outcome {
	return { output: 'done', json: itemJson(json) };
}

/** There was nothing to do for the item. */
export function skipped(reason: string, phone?: string): Outcome {
	return done({ status: 'skipped', phone, reason });
}

/** The item, or what it is about, was refused; `more` tells what of it is known. */
export function failed(error: ProviderError, more: object = {}): Outcome {
	const json = itemJson({ status: 'failed', ...more, failures: [shown(error)] });
	return { output: 'failed', error, json };
}

/** No record, or none for sure, has the phone. */
export function unmatched(run: CrmRun, phone: string, records: readonly FoundRecord[]): Outcome {
	const { displayName } = run.crm;
	if (records.length === 0) {
		const reason = `No record in ${displayName} has this phone`;
		return { output: 'unmatched', json: { status: 'unmatched', phone, reason } };
	}
	const reason = `${records.length} records in ${displayName} share this phone. Enter it as 'RCS phone (E.164)' on the one it belongs to.`;
	const shared = records.map((record) => recordJson(run, record));
	return {
		output: 'unmatched',
		json: { status: 'ambiguous', phone, reason, records: shared },
	};
}

/** What became of what was told about a phone. */
export function outcomeOf(run: CrmRun, told: PhoneOutcome): Outcome {
	const { phone, status, records, failures, partly } = told;
	const [record] = records;
	const about = defined({ phone, record: record && recordJson(run, record) });
	if (status === 'ambiguous') return unmatched(run, phone, records);
	if (status === 'unmatched') {
		const [failure] = failures;
		if (!failure) return unmatched(run, phone, []);
		const json = { status: 'unmatched', ...about, reason: failure.reason };
		return { output: 'unmatched', json };
	}
	if (status !== 'failed') return done({ status, ...about });
	const errors = failures.map((failure) => errorOf(run.crm, failure));
	const [first] = errors;
	if (!first) return done({ status, ...about });
	const isUnsure = errors.every(({ category }) => category === 'unknownOutcome');
	const json = itemJson({
		status: isUnsure ? 'unknown' : 'failed',
		...about,
		partlyWritten: partly,
		failures: failures.map((failure, i) =>
			shown(errors[i] ?? first, 'field' in failure ? failure.field : undefined),
		),
	});
	return { output: 'failed', error: first, json };
}

export function recordJson(run: CrmRun, { object, id, ...record }: RecordRef & { name?: string }) {
	return itemJson({ object, id, name: record.name, url: linkTo(run, id) });
}

/** A failure as items have it. */
function shown({ message, code, advice, category, retryable }: ProviderError, field?: string) {
	return itemJson({ message, code, field, advice, category, retryable });
}
