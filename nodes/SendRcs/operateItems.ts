import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import { invalid } from '../../core/send';
import { loadAccount } from '../shared/account';
import { itemJson } from '../shared/itemJson';
import { parameterReader, type ReadParameter } from '../shared/readOnce';
import { askForTargets } from './askForTargets';
import { expressionProblem } from '../shared/expressionError';
import {
	type Operation,
	type OperationName,
	operations,
	type Target,
	type Told,
} from './operations';
import { failIfNothingWorked, toOutputs } from './outputs';
import { paceOf } from './pace';
import { readTarget } from './readTarget';
import type { Outcome } from './result';

/**
 * Carries out an operation other than sending for every item. Done ones leave by the first output,
 * all others by the second, each with the reason.
 */
export async function operateItems(
	context: IExecuteFunctions,
	name: OperationName,
): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const { displayName } = account.provider.profile;
	const operation: Operation = operations[name];
	if (!operation.has(account.provider))
		throw new NodeOperationError(context.getNode(), `${displayName} does not have this operation`, {
			description: "Choose another one in the field 'Operation'.",
		});
	const items = context
		.getInputData()
		.map((_, i) => readItem(context, read, operation, displayName, i));
	const options = (i: number) => asObject(read('options', i, {}));
	const good = items.flatMap(({ target, problems }) => (problems.length > 0 ? [] : [target]));
	const told = await askForTargets(account, operation, good, paceOf(options(0)));
	const answers = new Map(good.map((target, i) => [target, told[i]]));
	const outcomes = items.map(({ target, problems }, i) => {
		const answer = answers.get(target) ?? { ok: false, error: invalid(problems) };
		return outcomeOf(account.id, target, answer, options(i)['includeRaw'] === true);
	});
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	const failed = (count: number) => `The operation failed for ${count} of ${outcomes.length} items`;
	return toOutputs(context, outcomes, options, failed);
}

function readItem(
	context: IExecuteFunctions,
	read: ReadParameter,
	operation: Operation,
	provider: string,
	i: number,
): { target: Target; problems: Problem[] } {
	try {
		const form = { read: (name: string, fallback?: unknown) => read(name, i, fallback) };
		return readTarget(form, operation, provider);
	} catch (error) {
		const problems = [expressionProblem(context, error, i)];
		return { target: { messageId: '', to: '' }, problems };
	}
}

function outcomeOf(
	provider: string,
	{ messageId, to }: Target,
	told: Told,
	includeRaw: boolean,
): Outcome {
	const about = { messageId: messageId || undefined, to: to || undefined, provider };
	if (!told.ok) {
		const { error } = told;
		return { done: false, error, json: itemJson({ status: 'notDone', ...about, reason: error }) };
	}
	const facts = { ...about, ...told.facts };
	return { done: true, json: itemJson(includeRaw ? facts : { ...facts, raw: undefined }) };
}
