import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asObject, asString, lookUp } from '../../core/json';
import { type Account, loadAccount } from '../shared/account';
import { chosenText } from '../shared/chosen';
import { itemJson } from '../shared/itemJson';
import { nodeErrorOf } from '../shared/nodeErrors';
import { parameterReader, type ReadParameter } from '../shared/readOnce';
import { forSender } from '../shared/sender';
import { operations } from './operations';

/** Carries out the operation for every item, one after the other: templates are few. */
export async function manageItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const items: INodeExecutionData[] = [];
	for (const item of context.getInputData().keys()) {
		const pairedItem = { item };
		try {
			const found = await manage(context, account, read, item);
			items.push(...found.map((one) => ({ json: itemJson(one), pairedItem })));
		} catch (error) {
			if (!context.continueOnFail()) throw nodeErrorOf(context.getNode(), error, item);
			const { message } = asObject(error);
			items.push({ json: { error: asString(message) ?? 'Unknown reason' }, pairedItem });
		}
	}
	return items;
}

async function manage(
	context: IExecuteFunctions,
	account: Account,
	read: ReadParameter,
	item: number,
): Promise<object[]> {
	const { provider } = account;
	const { templates } = provider;
	const operation = lookUp(operations, asString(read('operation', item)));
	if (!templates || !operation) {
		const message = `${provider.profile.displayName} cannot do this with templates`;
		throw new NodeOperationError(context.getNode(), message, { itemIndex: item });
	}
	const form = {
		read: (name: string) => read(name, item, ''),
		written: (name: string) => context.getNode().parameters[name],
		timezone: context.getTimezone(),
	};
	const call = { ...forSender(account, chosenText(form.read('sender'))), now: new Date() };
	return operation({ form, provider, templates, call });
}
