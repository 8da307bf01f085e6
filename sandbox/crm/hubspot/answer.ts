import type { FastifyReply } from 'fastify';

import type { JsonObject } from '../../json';
import { type ErrorBody, notFound, type Refusal } from './errors';
import type { Portal } from './portal';
import { objectTypes, type ObjectType } from './records/objectTypes';

/**
 * The answer to a batch. What went wrong with some of its inputs stands beside the results of the
 * others. No document promises an order of results, so they are not in the order of the inputs.
 */
export function answerBatch(
	reply: FastifyReply,
	{ clock, settings }: Portal,
	status: number,
	results: readonly JsonObject[],
	errors: readonly ErrorBody[] = [],
): FastifyReply {
	const at = clock.iso();
	const failed = errors.length > 0 ? { numErrors: errors.length, errors } : {};
	return reply.code(errors.length > 0 ? settings.get().partialStatus : status).send({
		status: 'COMPLETE',
		results: results.toReversed(),
		startedAt: at,
		completedAt: at,
		...failed,
	});
}

/** The one error that names every id nothing was found for; none when that did not happen. */
export const missingIds = (type: ObjectType, ids: readonly string[]): ErrorBody[] =>
	ids.length === 0 ? [] : [noSuchIds(type, ids).body()];

export function noSuchIds(type: ObjectType, ids: readonly string[]): Refusal {
	const { word } = objectTypes[type];
	return notFound(
		`Could not get some ${word} objects, they may be deleted or not exist. Check that ids are valid.`,
		{ context: { ids: [...ids] } },
	);
}
