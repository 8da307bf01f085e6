import { type HttpResponse, failureOf } from '../../core/http';
import { defined, parseJson } from '../../core/json';
import type { Row, RowOutcome } from '../row';
import type { ErrorClass } from './errorClasses';
import { classOf, type Failure, failureIn } from './errors';
import { isPerson } from './people';

/** The record is told for people only: what hangs on it needs its id. */
export function written(row: Row, id: string | undefined, isNew: boolean): RowOutcome {
	if (id === undefined || !isPerson(row.target)) return { row, status: 'done' };
	const record = { object: row.target, id };
	return { row, status: 'done', record, ...(isNew ? { created: true } : {}) };
}

/** The answer does not name the row. */
export function untold(row: Row): RowOutcome {
	const reason = 'Salesforce did not say what became of it';
	return { row, status: 'retry', afterMs: 1000, reason };
}

/** What a refusal means for a row that it is about. */
export function refusal(
	row: Row,
	failure: Failure,
	found: ErrorClass,
	told: { told?: true } = {},
): RowOutcome {
	const reason = failure.message || failure.code;
	const { then, waitMs: afterMs = 1000, category, advice, general } = found;
	const cause = category === 'validation' ? {} : { category, advice, general };
	const [field] = failure.fields;
	const code = failure.code || undefined;
	if (isMissing(row, failure)) return { row, status: 'unmatched', reason };
	if (then === 'reauth' || then === 'unmatched') return { row, status: then, reason };
	if (then === 'park') return { row, status: 'park', afterMs, reason };
	if (then === 'retry')
		return { row, status: 'retry', afterMs, ...told, reason, ...defined({ code }) };
	return { row, status: 'dead', reason, ...defined({ code, field, ...cause }) };
}

/** What the failures of one row mean for it: the one that ends it, where there are several. */
export function refusalOfRow(row: Row, failures: readonly Failure[]): RowOutcome {
	const outcomes = failures.map((failure) => refusal(row, failure, classOf(failure)));
	const final = outcomes.find(({ status }) => status === 'dead') ?? outcomes[0];
	return final ?? { row, status: 'dead', reason: 'Salesforce refused it and did not say why' };
}

/** A contact nobody has would need a last name, which is left out so that none is made. */
function isMissing({ target, body }: Row, { code, message, fields }: Failure): boolean {
	const wantsName = fields.includes('LastName') || /\[LastName\b/.test(message);
	return (
		code === 'REQUIRED_FIELD_MISSING' &&
		wantsName &&
		isPerson(target) &&
		body['LastName'] === undefined
	);
}

/**
 * What became of rows that were refused together. Where one of them may be the cause, only smaller
 * requests tell which.
 */
export function refusedTogether(
	rows: readonly Row[],
	response: HttpResponse,
	onlyGeneral = false,
): RowOutcome[] {
	const failure = failureIn(parseJson(response.body));
	const found = classOf(failure, response.status);
	const asked = failureOf(response).retryAfterMs;
	const own = asked === undefined ? found : { ...found, waitMs: asked };
	const told = asked === undefined ? {} : { told: true as const };
	const isOfAll =
		onlyGeneral || found.general === true || found.then !== 'dead' || rows.length === 1;
	return rows.map((row) => {
		const outcome = refusal(row, withStatus(failure, response), own, told);
		if (isOfAll || outcome.status !== 'dead') return outcome;
		const { reason, code } = outcome;
		return { row, status: 'retry', afterMs: 0, reason, alone: true, ...defined({ code }) };
	});
}

function withStatus(failure: Failure, { status }: HttpResponse): Failure {
	const message = failure.message || `Salesforce answered HTTP ${status}`;
	return { ...failure, message };
}
