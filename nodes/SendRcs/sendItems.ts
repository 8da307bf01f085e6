import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { tryDryRun } from '../../core/dryRun';
import { asObject } from '../../core/json';
import type { ReadyMessage } from '../../core/message/types';
import type { SendResult } from '../../core/provider';
import { sendAll } from '../../core/sendAll';
import { type Account, loadAccount } from '../shared/account';
import { clock } from '../shared/clock';
import { parameterReader, type ReadParameter } from '../shared/readOnce';
import { factsOf } from './cardFrom';
import { entriesLeftOut } from './contentCards';
import type { Form } from './form';
import type { Answer } from './gate/asking';
import { consentCheckOf, keeperOf } from './gate/keeperOf';
import { sendThroughGate } from './gate/sendThroughGate';
import { orNotSent } from './orNotSent';
import { failIfNothingWorked, type OptionsOf, toOutputs } from './outputs';
import { paceOf } from './pace';
import { type PreparedItem, prepareItems, type ReadyItem } from './prepareItems';
import { dryRunOutcome, notSent, type Outcome, outcomeOf, stoppedOutcome } from './result';

/** Sends a message for every item. Sent items leave by the first output, all others by the second. */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const ready = await orNotSent(context, async () =>
		readSends(context, read, await loadAccount(context)),
	);
	const outcomes = ready.ok ? await sendAsRead(ready.value) : ready.outcomes;
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	return toOutputs(
		context,
		outcomes,
		(i) => asObject(read('options', i, {})),
		(count) => `${count} of ${outcomes.length} messages were not sent`,
	);
}

/** Sends what is ready, and gives what became of each item, in order. */
export async function sendAsRead(sends: Sends): Promise<Outcome[]> {
	const outcomes = await sendOrShow(sends);
	return outcomes.map((outcome, i) =>
		withFacts(outcome, (name, fallback) => sends.read(name, i, fallback)),
	);
}

/** Reads what the parameters say; nothing is sent yet. */
export async function readSends(
	context: IExecuteFunctions,
	read: ReadParameter,
	account: Account,
): Promise<Sends> {
	const check = consentCheckOf(context, read('consentCheck', 0, 'off'));
	const prepared = prepareItems(context, read, account, check, new Date()).map((item, i) =>
		withEntriesLeftOut(item, (name, fallback) => read(name, i, fallback)),
	);
	const options = (i: number) => asObject(read('options', i, {}));
	const keeper = await keeperOf(context, check, options(0));
	return { account, keeper, prepared, options, read };
}

/** A cart with more things than cards is told as a change of the message, as every other is. */
function withEntriesLeftOut(item: PreparedItem, read: Form['read']): PreparedItem {
	if (!item.ready) return item;
	return { ...item, changes: [...entriesLeftOut({ read }), ...item.changes] };
}

/** What the shop told, for the nodes that follow. */
function withFacts(outcome: Outcome, read: Form['read']): Outcome {
	const shop = factsOf(read);
	return shop ? { ...outcome, json: { ...outcome.json, shop } } : outcome;
}

/** What is to be sent, and by whom. */
export interface Sends {
	account: Account;
	keeper: Awaited<ReturnType<typeof keeperOf>>;
	prepared: readonly PreparedItem[];
	options: OptionsOf;
	read: ReadParameter;
}

/** Sends every item but those of a dry run, and gives what became of each, in order. */
async function sendOrShow({ account, keeper, prepared, options }: Sends): Promise<Outcome[]> {
	const isDry = prepared.map((item, i) => item.ready && options(i)['dryRun'] === true);
	const asking = (dry: boolean) =>
		prepared.flatMap((item, i) => (item.ready && isDry[i] === dry ? [item.asking] : []));
	const { id, provider, http, settings, newId } = account;
	const pace = paceOf(options(0));
	const send = (some: readonly ReadyMessage[]) =>
		sendAll(provider, { http, settings, newId }, some, pace, clock);
	const { results, stopped } = await sendThroughGate(keeper, asking(false), send, pace, clock);
	const explained = await keeper.ask(asking(true), true);
	return Promise.all(
		prepared.map(async (item, i) => {
			if (!item.ready) return item.outcome;
			const { message } = item.asking;
			if (isDry[i]) return showRequests(account, item, explained.get(message.id));
			const answer = stopped.get(message.id);
			if (answer) return stoppedOutcome(id, message, answer);
			const includeRaw = options(i)['includeRaw'] === true;
			return outcomeOf(id, resultOf(results, message), item.changes, includeRaw);
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
	{ asking: { message }, changes }: ReadyItem,
	answer: Answer | undefined,
): Promise<Outcome> {
	const dry = await tryDryRun(provider, settings, [message], new Date());
	if (dry.ok) return dryRunOutcome(id, message, dry.requests, changes, answer);
	return notSent({ messageId: message.id, to: message.to, provider: id }, dry.error);
}
