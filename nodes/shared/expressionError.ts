import type { IExecuteFunctions } from 'n8n-workflow';
import type { Problem } from '../../core/message/problem';
import { nodeErrorOf } from './nodeErrors';

/**
 * An expression that fails is bad input of its item, as a wrong number is.
 *
 * @throws every other error, as the item's.
 */
export function expressionProblem(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): Problem {
	if (!(error instanceof Error && /^Expression/.test(error.name)))
		throw nodeErrorOf(context.getNode(), error, itemIndex);
	return { path: 'expression', message: `An expression of this item failed: ${error.message}` };
}
