import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asNumber, asObject, asString, lookUp } from '../../core/json';
import { loadService } from '../shared/connectorService';
import { parameterReader } from '../shared/readOnce';
import { type Operation, operations } from './operations';
import { failIfNothingWorked, toOutputs } from './outputs';

/** Carries out an operation for all items. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const name = asString(read('operation', 0)) ?? '';
	const operation = lookUp<Operation>(operations, name);
	if (!operation)
		throw new NodeOperationError(context.getNode(), `There is no operation '${name}'`, {
			description: "Choose one in the field 'Operation'.",
		});
	const options = (i: number) => asObject(read('options', i, {}));
	const retries = asNumber(options(0)['retries']) ?? 3;
	const service = await loadService(context);
	const outcomes = await operation({ context, read, service, retries });
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	return toOutputs(context, outcomes, (i) => options(i)['includeInput'] !== false);
}
