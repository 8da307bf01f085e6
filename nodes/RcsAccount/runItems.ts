import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { FileToUpload } from '../../core/chat';
import { asObject, asString, defined } from '../../core/json';
import { loadAccount } from '../shared/account';
import { loadService } from '../shared/connectorService';
import { itemJson } from '../shared/itemJson';
import { nodeErrorOf } from '../shared/nodeErrors';
import { parameterReader } from '../shared/readOnce';
import type { Job, Operation, Outcome } from './operation';
import { resources } from './resources';

/** A month of a large store is counted in seconds. */
const FIGURES_TIMEOUT_MS = 30_000;

/** Carries out the chosen operation for all items. */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const outcomes = chosen(context).run(jobsOf(context), {
		provider: () => loadAccount(context),
		service: () => loadService(context, FIGURES_TIMEOUT_MS),
	});
	const items: INodeExecutionData[] = [];
	for await (const outcome of outcomes) items.push(...itemsOf(context, outcome));
	return items;
}

function chosen(context: IExecuteFunctions): Operation {
	const named = (parameter: string) => asString(context.getNodeParameter(parameter, 0, ''));
	const [resource, operation] = [named('resource'), named('operation')];
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	throw new NodeOperationError(context.getNode(), 'The provider has no such operation', {
		description:
			"Choose one in the fields 'Resource' and 'Operation', or another provider in the field 'Provider'.",
	});
}

function jobsOf(context: IExecuteFunctions): Job[] {
	const read = parameterReader(context);
	const timezone = context.getTimezone();
	return context.getInputData().map((input, item) => ({
		item,
		input,
		read: (name) => read(name, item, ''),
		timezone,
		file: (property) => fileOf(context, item, property),
	}));
}

async function fileOf(
	context: IExecuteFunctions,
	item: number,
	property: string,
): Promise<FileToUpload> {
	const { mimeType, fileName } = context.helpers.assertBinaryData(item, property);
	const bytes = await context.helpers.getBinaryDataBuffer(item, property);
	return { bytes, mimeType, ...defined({ fileName }) };
}

/** What items an outcome becomes, each linked to the input it comes from. */
function itemsOf(context: IExecuteFunctions, outcome: Outcome): INodeExecutionData[] {
	const { items } = outcome;
	if ('found' in outcome) {
		const [first = 0] = items;
		const pairedItem = items.length === 1 ? { item: first } : items.map((item) => ({ item }));
		return outcome.found.map((one) => ({ json: itemJson(one), pairedItem }));
	}
	const { error } = outcome;
	if (!context.continueOnFail()) throw nodeErrorOf(context.getNode(), error, items[0]);
	const message = asString(asObject(error)['message']) ?? 'Unknown reason';
	return items.map((item) => ({ json: { error: message }, pairedItem: { item } }));
}
