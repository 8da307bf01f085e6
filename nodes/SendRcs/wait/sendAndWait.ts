import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
	WAIT_INDEFINITELY,
} from 'n8n-workflow';
import { asObject, defined } from '../../../core/json';
import type { Content } from '../../../core/message/types';
import { agentInEvents } from '../../../core/provider';
import { deriveMessageId } from '../../../core/message/id';
import { invalid } from '../../../core/send';
import { type Account, loadAccount } from '../../shared/account';
import { chosenText } from '../../shared/chosen';
import { toNodeError } from '../../shared/nodeErrors';
import { parameterReader, type ReadParameter } from '../../shared/readOnce';
import { encodeReference, pathOf } from '../../shared/replyReference';
import { asWord, type Wait } from '../../shared/waits';
import { failIfNothingWorked, toOutputs } from '../outputs';
import { notSent, type Outcome } from '../result';
import { sendAsRead } from '../sendItems';
import { keepWait, withMore } from './keptWait';
import { isForAgent, leaveWhenTimeIsOver } from './noReply';
import { contentOf, problemsOf, type Question, readQuestion } from './question';
import { remember } from './remember';
import { withToolParameters } from './toolParameters';
import { waitTillOf } from './waitTill';

/**
 * Asks one person, and lets the execution wait for the answer. What was not sent leaves by the second output at once;
 * the reply leaves by the first one, and by the third what nobody replied to in time.
 */
export async function sendAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	askOne(context);
	const read = parameterReader(context);
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
	const outcome = await ask(context, account, question, withContent(read, content));
	const sent = toOutputs(
		context,
		[outcome],
		() => options,
		() => 'The message was not sent',
	);
	const [[item] = []] = sent;
	if (!outcome.done || !item) {
		if (isForAgent(context) && !outcome.done)
			throw toNodeError(context.getNode(), outcome.error, 0);
		return [...sent, []];
	}
	const kept = {
		wait,
		choices: question.choices,
		takesText: question.takesText,
		item: item.json,
		...(options['includeInput'] === true ? { resultIn: 'rcs' } : {}),
	};
	await remember(context, read('consentCheck', 0, 'off') === 'service', {
		...{ wait, provider: account.id, phone: String(outcome.json['to']), path: pathOf(resumeUrl) },
		...defined({
			agent: agentInEvents(account.provider, chosenText(options['from']) ?? account.settings.agent),
		}),
		...answersTo(question),
		...(until === WAIT_INDEFINITELY ? {} : { until: until.toISOString() }),
	});
	keepWait(context, kept);
	leaveWhenTimeIsOver(context, withMore(kept, { replied: false, reason: 'timeLimit' }));
	await context.putExecutionToWait(until);
	return [...sent, []];
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

async function ask(
	context: IExecuteFunctions,
	account: Account,
	question: Question,
	read: ReadParameter,
): Promise<Outcome> {
	const problems = problemsOf(question);
	const to = String(read('to', 0, ''));
	if (problems.length > 0) return notSent({ to, provider: account.id }, invalid(problems));
	const outcomes = await sendAsRead(context, read, account);
	if (!context.continueOnFail()) failIfNothingWorked(context, outcomes);
	const [outcome] = outcomes;
	if (!outcome) throw new TypeError('The message has no outcome');
	return outcome;
}

function answersTo({ choices, takesText }: Question): Pick<Wait, 'words'> {
	return takesText ? {} : { words: choices.map(({ label }) => asWord(label)) };
}
