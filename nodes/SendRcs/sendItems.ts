import { type IExecuteFunctions, type INodeExecutionData, sleep } from 'n8n-workflow';
import { dryRun } from '../../core/dryRun';
import { categoryFacts } from '../../core/errors';
import { asNumber, asObject } from '../../core/json';
import type { SendResult } from '../../core/provider';
import type { Clock } from '../../core/clock';
import { type Pace, sendAll } from '../../core/sendAll';
import { type Account, loadAccount } from '../shared/account';
import { toNodeError } from '../shared/nodeErrors';
import { parameterReader, type ReadParameter } from '../shared/readOnce';
import { type PreparedItem, prepareItems } from './prepareItems';
import { dryRunOutcome, type Outcome, outcomeOf } from './result';

const clock: Clock = { now: () => Date.now(), wait: sleep };

/** Sends a message for every item. Sent items leave by the first output, all others by the second. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const prepared = prepareItems(context, read, account.id, account.provider, new Date());
	const options = asObject(read('options', 0, {}));
	const outcomes =
		options['dryRun'] === true
			? await showRequests(account, prepared)
			: await send(account, prepared, options);
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	return toOutputs(context, outcomes, read);
}

async function send(
	account: Account,
	prepared: readonly PreparedItem[],
	options: Readonly<Record<string, unknown>>,
): Promise<Outcome[]> {
	const messages = prepared.flatMap((item) => (item.ready ? [item.message] : []));
	const { provider, http, settings } = account;
	const results = await sendAll(provider, { http, settings }, messages, paceOf(options), clock);
	const includeRaw = options['includeRaw'] === true;
	return prepared.map((item) => {
		if (!item.ready) return item.outcome;
		return outcomeOf(account.id, resultOf(results, item.message), item.changes, includeRaw);
	});
}

function resultOf(results: ReadonlyMap<string, SendResult>, { id }: { id: string }): SendResult {
	const result = results.get(id);
	if (!result) throw new TypeError(`There is no result for message ${id}`);
	return result;
}

function paceOf(options: Readonly<Record<string, unknown>>): Pace {
	const perSecond = asNumber(options['perSecond']) ?? 0;
	return {
		concurrency: asNumber(options['concurrency']) ?? 50,
		retries: asNumber(options['retries']) ?? 3,
		...(perSecond > 0 ? { perSecond } : {}),
	};
}

async function showRequests(
	{ id, provider, settings }: Account,
	prepared: readonly PreparedItem[],
): Promise<Outcome[]> {
	return Promise.all(
		prepared.map(async (item) => {
			if (!item.ready) return item.outcome;
			const requests = await dryRun(provider, settings, [item.message], new Date());
			return dryRunOutcome(id, item.message, requests, item.changes);
		}),
	);
}

/**
 * When nothing was sent because of the credential, the set-up or the provider, the node fails, so
 * that error workflows and Retry On Fail see it. When some messages were sent it does not, because
 * failing would lose what is known about them.
 */
function failIfNothingWorked(context: IExecuteFunctions, outcomes: readonly Outcome[]): void {
	if (outcomes.some((outcome) => outcome.sent)) return;
	outcomes.forEach((outcome, itemIndex) => {
		if (outcome.sent || !categoryFacts[outcome.error.category].concernsEveryMessage) return;
		throw toNodeError(context.getNode(), outcome.error, itemIndex);
	});
}

function toOutputs(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	read: ReadParameter,
): INodeExecutionData[][] {
	const input = context.getInputData();
	const sent: INodeExecutionData[] = [];
	const notSent: INodeExecutionData[] = [];
	outcomes.forEach((outcome, i) => {
		const includeInput = asObject(read('options', i, {}))['includeInput'] === true;
		const json = includeInput ? { ...input[i]?.json, rcs: outcome.json } : outcome.json;
		(outcome.sent ? sent : notSent).push({ json, pairedItem: { item: i } });
	});
	if (notSent.length > 0) hintAt(context, notSent.length, outcomes.length);
	return [sent, notSent];
}

function hintAt(context: IExecuteFunctions, notSent: number, all: number): void {
	context.addExecutionHints({
		message: `${notSent} of ${all} messages were not sent. See the output 'Not Sent' for the reasons.`,
		type: 'warning',
		location: 'outputPane',
	});
}
