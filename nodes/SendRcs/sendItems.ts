import { type IExecuteFunctions, type INodeExecutionData, sleep } from 'n8n-workflow';
import { dryRun } from '../../core/dryRun';
import { categoryFacts } from '../../core/errors';
import { asNumber, asObject } from '../../core/json';
import type { SendResult } from '../../core/provider';
import type { Clock } from '../../core/clock';
import { type Pace, sendAll } from '../../core/sendAll';
import { type Account, loadAccount } from '../shared/account';
import { toNodeError } from '../shared/nodeErrors';
import { parameterReader } from '../shared/readOnce';
import { type PreparedItem, prepareItems } from './prepareItems';
import { dryRunOutcome, type Outcome, outcomeOf } from './result';

const clock: Clock = { now: () => Date.now(), wait: sleep };

/** Sends a message for every item. Sent items leave by the first output, all others by the second. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const prepared = prepareItems(context, read, account.id, account.provider, new Date());
	const options = (i: number) => asObject(read('options', i, {}));
	const outcomes = await sendOrShow(account, prepared, options);
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	return toOutputs(context, outcomes, options);
}

/** The options of an item. */
type OptionsOf = (itemIndex: number) => Readonly<Record<string, unknown>>;

/** Sends every item but those of a dry run, and gives what became of each, in order. */
async function sendOrShow(
	account: Account,
	prepared: readonly PreparedItem[],
	options: OptionsOf,
): Promise<Outcome[]> {
	const isDry = prepared.map((item, i) => item.ready && options(i)['dryRun'] === true);
	const messages = prepared.flatMap((item, i) => (item.ready && !isDry[i] ? [item.message] : []));
	const { id, provider, http, settings, newId } = account;
	const pace = paceOf(options(0));
	const results = await sendAll(provider, { http, settings, newId }, messages, pace, clock);
	return Promise.all(
		prepared.map(async (item, i) => {
			if (!item.ready) return item.outcome;
			if (isDry[i]) return showRequests(account, item);
			const includeRaw = options(i)['includeRaw'] === true;
			return outcomeOf(id, resultOf(results, item.message), item.changes, includeRaw);
		}),
	);
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
	{ message, changes }: Extract<PreparedItem, { ready: true }>,
): Promise<Outcome> {
	const requests = await dryRun(provider, settings, [message], new Date());
	return dryRunOutcome(id, message, requests, changes);
}

/**
 * When nothing was sent because of the credential, the set-up or the provider, the node fails, so
 * that error workflows and Retry On Fail see it. When a message was sent, or may have been, it does
 * not: failing would lose what is known about it, and a retry would send it again.
 */
function failIfNothingWorked(context: IExecuteFunctions, outcomes: readonly Outcome[]): void {
	const mayHaveLeft = (outcome: Outcome) =>
		outcome.sent || outcome.error.category === 'unknownOutcome';
	if (outcomes.some(mayHaveLeft)) return;
	outcomes.forEach((outcome, itemIndex) => {
		if (outcome.sent || !categoryFacts[outcome.error.category].concernsEveryMessage) return;
		throw toNodeError(context.getNode(), outcome.error, itemIndex);
	});
}

function toOutputs(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	options: OptionsOf,
): INodeExecutionData[][] {
	const input = context.getInputData();
	const sent: INodeExecutionData[] = [];
	const notSent: INodeExecutionData[] = [];
	outcomes.forEach((outcome, i) => {
		const includeInput = options(i)['includeInput'] === true;
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
