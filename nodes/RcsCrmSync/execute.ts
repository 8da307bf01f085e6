import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asObject, asString, lookUp } from '../../core/json';
import { chosenCrm, loadCrm } from '../shared/crmAccount';
import { parameterReader } from '../shared/readOnce';
import { type Job, type OperationName, operations } from './operations';
import { useOf } from './options';
import { failIfNothingWorked, toOutputs } from './outputs';

/** Those that keep what happened beside the fields, or make room for it. */
const withHistory: readonly string[] = ['writeEngagement', 'setUpFields'] satisfies OperationName[];

/** Carries out an operation for all items. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const name = asString(read('operation', 0)) ?? '';
	const operation = lookUp<(job: Job) => ReturnType<typeof operations.getOptIn>>(operations, name);
	if (!operation)
		throw new NodeOperationError(context.getNode(), `There is no operation '${name}'`, {
			description: "Choose one in the field 'Operation'.",
		});
	const options = asObject(read('options', 0, {}));
	const use = useOf(options, chosenCrm(context).id, withHistory.includes(name));
	const run = await loadCrm(context, use);
	const outcomes = await operation({ context, items: context.getInputData(), read, run, options });
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	const includeInput = name !== 'setUpFields' && options['includeInput'] !== false;
	return toOutputs(context, outcomes, includeInput);
}
