import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject, asString, defined } from '../../core/json';
import type { Change, Problem } from '../../core/message/problem';
import { invalid, prepare } from '../../core/send';
import type { Account } from '../shared/account';
import type { FieldNames } from '../shared/fieldName';
import { inPanelWords } from '../shared/panelWords';
import type { ReadParameter } from '../shared/readOnce';
import { expressionProblem } from '../shared/expressionError';
import { withShop } from './cardFrom';
import type { Form } from './form';
import type { Asking } from './gate/asking';
import { type ConsentCheck, readAsking } from './gate/readAsking';
import { readMessage } from './message';
import { fieldsOf } from './fieldsOf';
import { messageIdOf } from './messageId';
import { notSent, type Outcome } from './result';

export interface ReadyItem {
	ready: true;
	asking: Asking;
	changes: Change[];
}
export type PreparedItem = ReadyItem | { ready: false; outcome: Outcome };

/** The message of every item, ready to ask for being sent or with what is wrong with it. */
export function prepareItems(
	context: IExecuteFunctions,
	read: ReadParameter,
	account: Account,
	check: ConsentCheck,
	now: Date,
): PreparedItem[] {
	const run: Run = {
		timezone: context.getTimezone(),
		written: (name) => context.getNode().parameters[name],
		...runNames(context),
		usedIds: new Set(),
		account,
		check,
		now,
	};
	return context.getInputData().map((_, i): PreparedItem => {
		const item = readItem(context, run, (name, fallback) => read(name, i, fallback), i);
		if (item.ok) return { ready: true, asking: item.asking, changes: item.changes };
		const about = { to: item.to, provider: account.id };
		return { ready: false, outcome: notSent(about, invalid(item.problems)) };
	});
}

interface Run {
	timezone: string;
	written: Form['written'];
	/** Names this node, whatever the execution. */
	node: readonly string[];
	/** Names this run of this node; n8n's own retry of a node is the same run. */
	run: readonly (string | number)[];
	usedIds: Set<string>;
	account: Account;
	check: ConsentCheck;
	now: Date;
}

type Item =
	{ ok: true; asking: Asking; changes: Change[] } | { ok: false; to: string; problems: Problem[] };

function readItem(context: IExecuteFunctions, run: Run, read: Form['read'], i: number): Item {
	try {
		return named(prepareItem(run, read, i), fieldsOf(read));
	} catch (error) {
		return { ok: false, to: '', problems: [expressionProblem(context, error, i)] };
	}
}

/** What people read is in the words of the form. */
function named(item: Item, fields: FieldNames): Item {
	return item.ok
		? { ...item, changes: inPanelWords(fields, item.changes) }
		: { ...item, problems: inPanelWords(fields, item.problems) };
}

function prepareItem(run: Run, readField: Form['read'], i: number): Item {
	const form = withShop({ read: readField, written: run.written, timezone: run.timezone });
	const { read } = form;
	const written = readMessage(form);
	if (!written.ok) return written;
	const { to } = written.message;
	const chosen = written.message.id
		? { ok: true as const, id: written.message.id }
		: messageIdOf(asObject(read('options', {})), { ...run, to, itemIndex: i });
	if (!chosen.ok) return { ok: false, to, problems: [chosen.problem] };
	const { id } = chosen;
	if (run.usedIds.has(id)) return { ok: false, to, problems: [usedTwice(read)] };
	run.usedIds.add(id);
	const ifNotSupported = read('ifNotSupported', 'fail') === 'downgrade' ? 'downgrade' : 'fail';
	const { provider, settings } = run.account;
	const ready = prepare(provider, { ...written.message, id }, run.now, ifNotSupported);
	if (!ready.ok) return { ...ready, to };
	// What a message is for counts, also where its provider has no word for it.
	const about = defined({ traffic: written.message.traffic, agent: settings.agent });
	const asked = readAsking(read, run.check, ready.message, about);
	if (!asked.ok) return { ...asked, to };
	return { ...asked, changes: ready.changes };
}

function usedTwice(read: Form['read']): Problem {
	const byKey = asString(asObject(read('options', {}))['idempotencyKey']) !== undefined;
	const what = byKey ? 'Idempotency Key for the same person' : 'Message ID';
	const message = `Another item of this run has the same ${what}; each message needs one of its own`;
	return { path: 'id', message };
}

function runNames(context: IExecuteFunctions): Pick<Run, 'node' | 'run'> {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const runIndex = typeof $runIndex === 'number' ? $runIndex : 0;
	const { id: workflowId = '' } = context.getWorkflow();
	const nodeId = context.getNode().id;
	return {
		node: [workflowId, nodeId],
		run: [workflowId, context.getExecutionId(), nodeId, runIndex],
	};
}
