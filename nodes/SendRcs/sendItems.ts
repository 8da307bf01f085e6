import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { tryDryRun } from '../../core/dryRun';
import { asObject } from '../../core/json';
import type { ReadyMessage } from '../../core/message/types';
import type { SendResult } from '../../core/provider';
import { sendAll } from '../../core/sendAll';
import { type Account, loadAccount } from '../shared/account';
import { clock } from '../shared/clock';
import { parameterReader } from '../shared/readOnce';
import { entriesLeftOut } from './contentCards';
import type { Form } from './form';
import { heldOutcome, sendUnderCap } from './frequencyCap';
import { failIfNothingWorked, type OptionsOf, toOutputs } from './outputs';
import { paceOf } from './pace';
import { type PreparedItem, prepareItems } from './prepareItems';
import { dryRunOutcome, notSent, type Outcome, outcomeOf } from './result';

/** Sends a message for every item. Sent items leave by the first output, all others by the second. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const prepared = prepareItems(context, read, account.id, account.provider, new Date()).map(
		(item, i) => withEntriesLeftOut(item, (name, fallback) => read(name, i, fallback)),
	);
	const options = (i: number) => asObject(read('options', i, {}));
	const outcomes = await sendOrShow(context, account, prepared, options);
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	return toOutputs(
		context,
		outcomes,
		options,
		(count) => `${count} of ${outcomes.length} messages were not sent`,
	);
}

/** A cart with more things than cards is told as a change of the message, as every other is. */
function withEntriesLeftOut(item: PreparedItem, read: Form['read']): PreparedItem {
	if (!item.ready) return item;
	return { ...item, changes: [...entriesLeftOut({ read }), ...item.changes] };
}

/** Sends every item but those of a dry run, and gives what became of each, in order. */
async function sendOrShow(
	context: IExecuteFunctions,
	account: Account,
	prepared: readonly PreparedItem[],
	options: OptionsOf,
): Promise<Outcome[]> {
	const isDry = prepared.map((item, i) => item.ready && options(i)['dryRun'] === true);
	const messages = prepared.flatMap((item, i) => (item.ready && !isDry[i] ? [item.message] : []));
	const { id, provider, http, settings, newId } = account;
	const pace = paceOf(options(0));
	const send = (some: readonly ReadyMessage[]) =>
		sendAll(provider, { http, settings, newId }, some, pace, clock);
	const { results, held } = await sendUnderCap(context, options(0), messages, send);
	return Promise.all(
		prepared.map(async (item, i) => {
			if (!item.ready) return item.outcome;
			if (isDry[i]) return showRequests(account, item);
			const hold = held.get(item.message.id);
			if (hold) return heldOutcome(id, hold);
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

async function showRequests(
	{ id, provider, settings }: Account,
	{ message, changes }: Extract<PreparedItem, { ready: true }>,
): Promise<Outcome> {
	const dry = await tryDryRun(provider, settings, [message], new Date());
	if (dry.ok) return dryRunOutcome(id, message, dry.requests, changes);
	return notSent({ messageId: message.id, to: message.to, provider: id }, dry.error);
}
