import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject, asString } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Change, Problem } from '../../core/message/problem';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { invalid, prepare } from '../../core/send';
import type { ReadParameter } from '../shared/readOnce';
import { expressionProblem } from './expressionError';
import type { Form } from './form';
import { readMessage } from './message';
import { notSent, type Outcome } from './result';

export type PreparedItem =
	{ ready: true; message: ReadyMessage; changes: Change[] } | { ready: false; outcome: Outcome };

/** The message of every item, ready to be sent or with what is wrong with it. */
export function prepareItems(
	context: IExecuteFunctions,
	read: ReadParameter,
	id: string,
	provider: Provider,
	now: Date,
): PreparedItem[] {
	const run: Run = {
		timezone: context.getTimezone(),
		parts: runParts(context),
		usedIds: new Set(),
		provider,
		now,
	};
	return context.getInputData().map((_, i) => {
		const item = readItem(context, run, (name, fallback) => read(name, i, fallback), i);
		if (item.ok) return { ready: true, message: item.message, changes: item.changes };
		return {
			ready: false,
			outcome: notSent({ to: item.to, provider: id }, invalid(item.problems)),
		};
	});
}

interface Run {
	timezone: string;
	/** What names this run of this node; n8n's own retry of a node is the same run. */
	parts: readonly (string | number)[];
	usedIds: Set<string>;
	provider: Provider;
	now: Date;
}

type Item =
	| { ok: true; message: ReadyMessage; changes: Change[] }
	| { ok: false; to: string; problems: Problem[] };

function readItem(context: IExecuteFunctions, run: Run, read: Form['read'], i: number): Item {
	try {
		return prepareItem(run, read, i);
	} catch (error) {
		return { ok: false, to: '', problems: [expressionProblem(context, error, i)] };
	}
}

function prepareItem(run: Run, read: Form['read'], i: number): Item {
	const written = readMessage({ read, timezone: run.timezone });
	if (!written.ok) return written;
	const { to } = written.message;
	const id = written.message.id ?? messageIdOf(asObject(read('options', {})), run.parts, i);
	if (run.usedIds.has(id)) {
		const message =
			'Another item of this run has the same message ID; each message needs one of its own';
		return { ok: false, to, problems: [{ path: 'id', message }] };
	}
	run.usedIds.add(id);
	const ifNotSupported = read('ifNotSupported', 'fail') === 'downgrade' ? 'downgrade' : 'fail';
	const ready = prepare(run.provider, { ...written.message, id }, run.now, ifNotSupported);
	return ready.ok ? ready : { ...ready, to };
}

function runParts(context: IExecuteFunctions): (string | number)[] {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const runIndex = typeof $runIndex === 'number' ? $runIndex : 0;
	const { id: workflowId = '' } = context.getWorkflow();
	return [workflowId, context.getExecutionId(), context.getNode().id, runIndex];
}

/** The user's own id, else one made from the user's key, else one made from run and item. */
function messageIdOf(
	options: Readonly<Record<string, unknown>>,
	run: readonly (string | number)[],
	itemIndex: number,
): string {
	const key = asString(options['idempotencyKey']);
	return (
		asString(options['messageId']) ?? deriveMessageId(key ? ['key', key] : [...run, itemIndex])
	);
}
