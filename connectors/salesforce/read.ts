import type { HttpResponse } from '../../core/http';
import { asArray, asObject, asString } from '../../core/json';
import type { PlannedRequest, Row, RowOutcome } from '../row';
import { type PartAnswer, partAnswers } from './composite';
import { readFailure } from './errors';
import { isJob } from './bulk';
import { readJob } from './bulkRead';
import { refusalOfRow, refusedTogether, untold, written } from './outcomes';

/**
 * What became of each row. 200 is not acceptance: each record has a result of its own.
 *
 * @throws RcsError for a 2xx that cannot be read.
 */
export function read(request: PlannedRequest, response: HttpResponse): RowOutcome[] {
	if (isJob(request)) return readJob(request, response);
	if (response.status < 200 || response.status > 299)
		return refusedTogether(request.rows, response);
	const answers = partAnswers(response);
	const outcomes: RowOutcome[] = [];
	for (const [i, size] of sizesOf(request).entries()) {
		const rows = request.rows.slice(outcomes.length, outcomes.length + size);
		outcomes.push(...readPart(rows, answers[i]));
	}
	return outcomes;
}

/** How many records each collection of a composite has. */
function sizesOf({ body }: PlannedRequest): number[] {
	return asArray(asObject(body)['compositeRequest']).map(
		(part) => asArray(asObject(asObject(part)['body'])['records']).length,
	);
}

function readPart(rows: readonly Row[], answer: PartAnswer | undefined): RowOutcome[] {
	const { status, body } = answer ?? { status: 200, body: [] };
	if (status < 200 || status > 299)
		return refusedTogether(rows, { status, headers: {}, body: JSON.stringify(body ?? null) });
	const results = asArray(body);
	return rows.map((row, i) => readResult(row, results[i]));
}

/** `{id, success, created?, errors}` */
function readResult(row: Row, result: unknown): RowOutcome {
	if (result === undefined) return untold(row);
	const { id, success, created, errors } = asObject(result);
	if (success !== true) return refusalOfRow(row, asArray(errors).map(readFailure));
	return written(row, asString(id), created === true);
}
