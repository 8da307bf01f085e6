import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { categoryFacts } from '../../core/errors';
import { toNodeError } from '../shared/nodeErrors';
import type { Outcome } from './outcome';

/**
 * When nothing was done because of the credential or the service, the node fails, so that error workflows
 * and Retry On Fail see it: what was recorded already is not recorded twice.
 */
export function failIfNothingWorked(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
): void {
	if (outcomes.some(({ output }) => output !== 'failed')) return;
	outcomes.forEach((outcome, itemIndex) => {
		if (outcome.output !== 'failed') return;
		if (!categoryFacts[outcome.error.category].concernsEveryMessage) return;
		throw toNodeError(context.getNode(), outcome.error, itemIndex);
	});
}

/** Each item by the output that fits. */
export function toOutputs(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	includesInput: (itemIndex: number) => boolean,
): INodeExecutionData[][] {
	const input = context.getInputData();
	const outputs: Record<Outcome['output'], INodeExecutionData[]> = {
		optedIn: [],
		notOptedIn: [],
		failed: [],
	};
	outcomes.forEach(({ output, json }, item) => {
		const shown = includesInput(item) ? besideInput(input[item], json) : { json };
		outputs[output].push({ ...shown, pairedItem: { item } });
	});
	const count = outputs.failed.length;
	if (count > 0)
		context.addExecutionHints({
			message: `${count} of the items failed. The output 'Failed' holds them with the reasons.`,
			type: 'warning',
			location: 'outputPane',
		});
	return [outputs.optedIn, outputs.notOptedIn, outputs.failed];
}

function besideInput(
	item: INodeExecutionData | undefined,
	consent: Outcome['json'],
): INodeExecutionData {
	const { json, binary } = item ?? {};
	return { json: { ...json, consent }, ...(binary ? { binary } : {}) };
}
