import type { IPollFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { RcsError } from '../../core/errors';
import { inCrmWords } from '../shared/crmErrors';
import { chosenCrm } from '../shared/crmAccount';
import { nodeErrorOf, toNodeError } from '../shared/nodeErrors';

const LATER = 'Nothing is lost: the next poll tells what this one could not.';

/** What went wrong in n8n's form. Where it may pass, the next poll sees to it. */
export function nodeError(
	context: IPollFunctions,
	error: unknown,
): NodeApiError | NodeOperationError {
	const node = context.getNode();
	if (!(error instanceof RcsError)) return nodeErrorOf(node, error);
	const { detail } = error;
	if (detail.retryable) return toNodeError(node, { ...detail, advice: LATER });
	return toNodeError(node, inCrmWords(chosenCrm(context), detail));
}
