import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
	WAIT_INDEFINITELY,
} from 'n8n-workflow';
import { spokenIn } from '../../../core/event/spokenIn';
import type { EventChannel } from '../../../core/event/types';
import { asObject, asString, defined } from '../../../core/json';
import { writtenNumber } from '../../../core/message/phone';
import type { Problem } from '../../../core/message/problem';
import type { Content } from '../../../core/message/types';
import { agentInEvents } from '../../../core/provider';
import { deriveMessageId } from '../../../core/message/id';
import { invalid } from '../../../core/send';
import { type Account, loadAccount } from '../../shared/account';
import { chosenText } from '../../shared/chosen';
import { isFinalFailure } from '../../shared/failures';
import { messageIdsOf } from '../../shared/messageIds';
import { toNodeError } from '../../shared/nodeErrors';
import { parameterReader, type ReadParameter } from '../../shared/readOnce';
import { encodeReference, pathOf } from '../../shared/replyReference';
import { asWord, type Wait } from '../../shared/waits';
import { orNotSent } from '../orNotSent';
import { failIfNothingWorked, toOutputs } from '../outputs';
import { notSent, type Outcome } from '../result';
import { readSends, sendAsRead, type Sends } from '../sendItems';
import { keepWait, withMore } from './keptWait';
import { notDelivered } from './notDelivered';
import { isForAgent, leaveWhenTimeIsOver, noReply } from './noReply';
import { contentOf, problemsOf, type Question, readQuestion } from './question';
import { remember } from './remember';
import { withToolParameters } from './toolParameters';
import { waitTillOf } from './waitTill';

/**
 * Asks one person, and lets the execution wait for the answer. What was not sent leaves by the second output at once;
 * the reply leaves by the first one, and by the third what nobody replied to in time.
 */
export async function sendAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const ready = await orNotSent(context, () => getReady(context, read));
	const outcomes = ready.ok ? [await ask(context, ready.value)] : ready.outcomes;
	const sent = toOutputs(
		context,
		outcomes,
		(i) => asObject(read('options', i, {})),
		(count) => (count === 1 ? 'The message was not sent' : `${count} messages were not sent`),
	);
	const [outcome] = outcomes;
	const [[item] = []] = sent;
	if (!ready.ok || !outcome?.done || !item) return [...sent, []];
	return (await waitForReply(context, ready.value, outcome, item)) ?? [...sent, []];
}

/** A question that can be asked. */
interface Asking {
	account: Account;
	options: Readonly<Record<string, unknown>>;
	question: Question;
	/** Names this question among all. */
	wait: string;
	/** Where n8n takes the answer. */
	path: string;
	until: Date;
	isToldService: boolean;
	/** Not to be sent at all. */
	problems: Problem[];
	to: string;
	sends: Sends;
}

/** Everything up to the sending. @throws what keeps the question from being asked. */
async function getReady(context: IExecuteFunctions, read: ReadParameter): Promise<Asking> {
	askOne(context);
	const options = asObject(read('options', 0, {}));
	const until = waitTillOf(context, options['limitWaitTime'], Date.now());
	const account = await loadAccount(context);
	const form = readQuestion((name, fallback) => read(name, 0, fallback));
	const question = { ...form, message: withToolParameters(context, form.message) };
	const wait = waitId(context);
	const resumeUrl = context.getSignedResumeUrl({ wait });
	const content = contentOf(
		question,
		(choice) => encodeReference(context.getInstanceId(), resumeUrl, choice),
		account.provider.profile.limits,
	);
	const to = writtenNumber(String(read('to', 0, '')), asString(options['defaultCountry']));
	return {
		...{ account, options, question, wait, path: pathOf(resumeUrl), until, to },
		isToldService: read('consentCheck', 0, 'off') === 'service',
		problems: problemsOf(question, spokenIn(to)),
		sends: await readSends(context, withContent(read, content), account),
	};
}

/** Sends the question. An AI agent has one output alone, so that what was not sent is an error to it. */
async function ask(
	context: IExecuteFunctions,
	{ account, problems, to, sends }: Asking,
): Promise<Outcome> {
	const outcomes =
		problems.length > 0
			? [notSent({ to, provider: account.id }, invalid(problems))]
			: await sendAsRead(sends);
	if (!context.continueOnFail() && problems.length === 0) failIfNothingWorked(context, outcomes);
	const [outcome] = outcomes;
	if (!outcome) throw new TypeError('The message has no outcome');
	if (!outcome.done && isForAgent(context)) throw toNodeError(context.getNode(), outcome.error, 0);
	return outcome;
}

/** Lets the execution wait, and leaves what is needed to go on. Gives what leaves where the message failed already. */
async function waitForReply(
	context: IExecuteFunctions,
	{ account, options, question, wait, path, until, isToldService, sends }: Asking,
	{ json }: Outcome,
	item: INodeExecutionData,
): Promise<INodeExecutionData[][] | undefined> {
	const lastChannel = lastChannelOf(sends);
	const kept = {
		...{ wait, choices: question.choices, takesText: question.takesText, lastChannel },
		item: item.json,
		...(options['includeInput'] === true ? { resultIn: 'rcs' } : {}),
	};
	const from = chosenText(options['from']) ?? account.settings.agent;
	const failures = await remember(context, isToldService, {
		...{ wait, provider: account.id, phone: String(json['to']), path },
		...defined({ agent: agentInEvents(account.provider, from) }),
		...answersTo(question),
		messageIds: messageIdsOf({
			...defined({ messageId: asString(json['messageId']) }),
			...defined({ providerMessageId: asString(json['providerMessageId']) }),
		}),
		...(until === WAIT_INDEFINITELY ? {} : { until: until.toISOString() }),
	});
	const failure = failures.map(asObject).find((event) => isFinalFailure(event, lastChannel));
	if (failure) return leaveAtOnce(context, withMore(kept, notDelivered(failure)));
	keepWait(context, kept);
	leaveWhenTimeIsOver(context, withMore(kept, { replied: false, reason: 'timeLimit' }));
	await context.putExecutionToWait(until);
	return undefined;
}

/** The channel on which all hope ends. */
function lastChannelOf({ prepared: [item] }: Sends): EventChannel {
	const { fallback } = item?.ready ? item.asking.message : {};
	return fallback?.at(-1)?.channel ?? 'rcs';
}

/** An AI agent takes what leaves at once for a yes. */
function leaveAtOnce(context: IExecuteFunctions, item: INodeExecutionData): INodeExecutionData[][] {
	if (!isForAgent(context)) return noReply(context, item);
	throw new NodeOperationError(context.getNode(), 'The question did not reach the person');
}

/** n8n waits once for an execution, so that the answer of one person would be taken for that of all. */
function askOne(context: IExecuteFunctions): void {
	const { length } = context.getInputData();
	if (length <= 1) return;
	const message = `Send and Wait for Response asks one person at a time, and ${length} items came in`;
	throw new NodeOperationError(context.getNode(), message, {
		description:
			'Nothing was sent. To ask one after the other, put the node Loop Over Items before this one. To ask all at once, put this node into a workflow of its own and call it with Execute Sub-workflow: once for each item, without waiting for it.',
	});
}

/** The same for each try of this run, so that a second try sends the same message. */
function waitId(context: IExecuteFunctions): string {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const { id = '' } = context.getWorkflow();
	const run = typeof $runIndex === 'number' ? $runIndex : 0;
	return deriveMessageId(['wait', id, context.getExecutionId(), context.getNode().id, run]);
}

/** The form as Send has it, with the question for its content. */
function withContent(read: ReadParameter, content: Content): ReadParameter {
	const asked: Readonly<Record<string, unknown>> = { messageType: 'json', messageJson: content };
	return (name, i, fallback) => (name in asked ? asked[name] : read(name, i, fallback));
}

function answersTo({ choices, takesText }: Question): Pick<Wait, 'words'> {
	return takesText ? {} : { words: choices.map(({ label }) => asWord(label)) };
}
