import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject, asString } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Change } from '../../core/message/problem';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { invalid, prepare } from '../../core/send';
import type { ReadParameter } from '../shared/readOnce';
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
	const timezone = context.getTimezone();
	const run = runParts(context);
	const usedIds = new Set<string>();
	return context.getInputData().map((_, i) => {
		const item = (name: string, fallback?: unknown) => read(name, i, fallback);
		const written = readMessage({ read: item, timezone });
		const to = written.ok ? written.message.to : written.to;
		const refuse = (problems: Parameters<typeof invalid>[0]): PreparedItem => ({
			ready: false,
			outcome: notSent({ to, provider: id }, invalid(problems)),
		});
		if (!written.ok) return refuse(written.problems);
		const messageId = written.message.id ?? messageIdOf(asObject(item('options', {})), run, i);
		if (usedIds.has(messageId)) {
			const message =
				'Another item of this run has the same message ID; each message needs one of its own';
			return refuse([{ path: 'id', message }]);
		}
		usedIds.add(messageId);
		const ifNotSupported = item('ifNotSupported', 'fail') === 'downgrade' ? 'downgrade' : 'fail';
		const ready = prepare(provider, { ...written.message, id: messageId }, now, ifNotSupported);
		if (!ready.ok) return refuse(ready.problems);
		return { ready: true, message: ready.message, changes: ready.changes };
	});
}

/** What names this run of this node; n8n's own retry of a node is the same run. */
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
