import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { CapabilityResult } from '../../core/capability';
import { asNumber, asObject } from '../../core/json';
import { loadAccount } from '../shared/account';
import { toNodeError } from '../shared/nodeErrors';
import { parameterReader } from '../shared/readOnce';
import { answerAll } from './answers';
import type { Found } from './ask';
import { readItems } from './readItems';

/** Checks the numbers of all items; each item leaves by the output that fits its number. */
export async function checkItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const now = new Date();
	const questions = readItems(context, read, account.settings.agent, now);
	const concurrency = asNumber(asObject(read('options', 0, {}))['concurrency']) ?? 10;
	const found = await answerAll(account, questions, { concurrency, retries: 2 }, now);
	if (!context.continueOnFail()) failIfNothingWasChecked(context, found);
	const outputs: Record<CapabilityResult['reachable'], INodeExecutionData[]> = {
		yes: [],
		no: [],
		unknown: [],
	};
	context.getInputData().forEach((input, i) => {
		const one = found[i];
		if (!one) return;
		const includeInput = questions[i]?.includeInput ?? true;
		outputs[one.result.reachable].push(
			toItem(account.id, one, i, includeInput ? input : undefined),
		);
	});
	return [outputs.yes, outputs.no, outputs.unknown];
}

/** When the set-up or the provider kept every number from being checked, the node fails. */
function failIfNothingWasChecked(context: IExecuteFunctions, found: readonly Found[]): void {
	if (found.some(({ checked }) => checked)) return;
	const first = found.findIndex(({ error }) => error !== undefined);
	const error = found[first]?.error;
	if (error) throw toNodeError(context.getNode(), error, first);
}

function toItem(
	provider: string,
	{ result, cachedSecondsAgo }: Found,
	item: number,
	input: INodeExecutionData | undefined,
): INodeExecutionData {
	const { features, ...rest } = result;
	const answer: IDataObject = {
		...rest,
		...(features ? { features: [...features] } : {}),
		provider,
		...(cachedSecondsAgo === undefined ? {} : { cachedSecondsAgo }),
	};
	const pairedItem = { item };
	if (!input) return { json: answer, pairedItem };
	const { json, binary } = input;
	return { json: { ...json, capability: answer }, pairedItem, ...(binary ? { binary } : {}) };
}
