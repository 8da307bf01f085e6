import type { HttpResponse } from '../../core/http';
import { asObject, asString, defined } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Row, RowOutcome } from '../row';
import { classOf, type ErrorClass, waitFor, wordsOf } from './errors';
import { type Failure, readFailure } from './failure';

/** What became of the rows of a request that was refused as a whole. */
export function refused(
	rows: readonly Row[],
	response: HttpResponse,
	settings: CrmSettings,
): RowOutcome[] {
	const failure = readFailure(response);
	const found = classOf(failure);
	const about = rows.filter(causes(rows, failure, found));
	// Where nobody knows which row spoiled the others, halves of the request tell.
	const others = about.length > 0 ? {} : { alone: true as const };
	const likely = about.length > 0 ? [] : hintedAt(rows, failure, response);
	return rows.map((row) => {
		if (about.includes(row)) return refusal(row, failure, response, settings);
		const hint = likely.includes(row) ? { likely: true as const } : {};
		return { row, status: 'retry', afterMs: 0, reason: wordsOf(failure), ...others, ...hint };
	});
}

/** The rows that a refusal is likely about: HubSpot names the property, and mostly quotes the value. */
function hintedAt(
	rows: readonly Row[],
	{ fields }: Failure,
	{ body }: HttpResponse,
): readonly Row[] {
	// Further on, it lists what it would take.
	const [said = ''] = body.split('allowed options');
	const valuesOf = ({ body: { properties } }: Row) =>
		fields.flatMap(({ name }) => asString(asObject(properties)[name]) ?? []);
	const quoted = rows.filter((row) => valuesOf(row).some((value) => said.includes(value)));
	return quoted.length > 0 ? quoted : rows.filter((row) => valuesOf(row).length > 0);
}

/**
 * The rows that a refusal is certainly about. A property that does not exist spoils the rows that have
 * it. Of other refusals that are about one row, only a request of that one row tells which.
 */
function causes(
	rows: readonly Row[],
	{ fields, ids }: Failure,
	{ perRow, then, says }: ErrorClass,
): (row: Row) => boolean {
	if (rows.length === 1) return () => true;
	if (then === 'unmatched' && ids.length > 0)
		return ({ body }) => ids.includes(asString(body['id']) ?? '');
	if (perRow) return () => false;
	const names = fields.flatMap(({ name, code = '' }) => (says?.test(code) ? [name] : []));
	const has = ({ body }: Row) =>
		names.some((name) => Object.hasOwn(asObject(body['properties']), name));
	return rows.some(has) ? has : () => true;
}

/** What a refusal means for a row that it is about. */
export function refusal(
	row: Row,
	failure: Failure,
	response: HttpResponse,
	settings: CrmSettings,
): RowOutcome {
	const found = classOf(failure);
	const reason = wordsOf(failure);
	const { then, unsure, category, advice, perRow } = found;
	const general = perRow ? undefined : (true as const);
	const cause = category === 'validation' ? {} : { category, advice, general };
	const field = failure.fields[0];
	const code = field?.code ?? failure.category ?? failure.policy;
	if (unsure && row.once) return { row, status: 'unknown', reason };
	if (then === 'reauth' || then === 'unmatched') return { row, status: then, reason };
	if (then === 'dead')
		return { row, status: 'dead', reason, ...defined({ code, field: field?.name, ...cause }) };
	const wait = waitFor(found, response, settings);
	if (then === 'park') return { row, status: 'park', afterMs: wait.afterMs, reason };
	return { row, status: 'retry', ...wait, reason, ...defined({ code }) };
}
