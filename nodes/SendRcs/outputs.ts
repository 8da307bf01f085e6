import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { categoryFacts } from '../../core/errors';
import { toNodeError } from '../shared/nodeErrors';
import type { Outcome } from './result';
import { failedOutput } from './wait/outputs';

/** The options of an item. */
export type OptionsOf = (itemIndex: number) => Readonly<Record<string, unknown>>;

/**
 * When nothing was done because of the credential, the set-up or the provider, the node fails, so
 * that error workflows and Retry On Fail see it. When a message was sent, or may have been, it does
 * not: failing would lose what is known about it, and a retry would send it again.
 */
export function failIfNothingWorked(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
): void {
	const mayHaveLeft = (outcome: Outcome) =>
		outcome.done || outcome.error.category === 'unknownOutcome';
	if (outcomes.some(mayHaveLeft)) return;
	outcomes.forEach((outcome, itemIndex) => {
		if (outcome.done || !categoryFacts[outcome.error.category].concernsEveryMessage) return;
		throw toNodeError(context.getNode(), outcome.error, itemIndex);
	});
}

/** What worked leaves by the first output, all else by the second; `failed` says how much, in words. */
export function toOutputs(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	options: OptionsOf,
	failed: (count: number) => string,
): INodeExecutionData[][] {
	const input = context.getInputData();
	const done: INodeExecutionData[] = [];
	const notDone: INodeExecutionData[] = [];
	outcomes.forEach((outcome, i) => {
		const includeInput = options(i)['includeInput'] === true;
		const item = includeInput ? besideInput(input[i], outcome) : { json: outcome.json };
		(outcome.done ? done : notDone).push({ ...item, pairedItem: { item: i } });
	});
	const operation = String(context.getNodeParameter('operation', 0, 'send'));
	if (notDone.length > 0)
		context.addExecutionHints({
			message: `${failed(notDone.length)}. The second output, '${failedOutput(operation)}', holds them with the reasons.`,
			type: 'warning',
			location: 'outputPane',
		});
	return [done, notDone];
}

/** The item as it came, its files too, with the result in a field of its own. */
function besideInput(
	item: INodeExecutionData | undefined,
	{ json: rcs }: Outcome,
): INodeExecutionData {
	const { json, binary } = item ?? {};
	return { json: { ...json, rcs }, ...(binary ? { binary } : {}) };
}
