import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { asAnswer } from '../../core/event/answers';
import type { RcsEvent } from '../../core/event/types';
import { asObject } from '../../core/json';
import type { Verdict } from '../../core/webhook/delivery';
import { type Account, accountOf } from '../shared/account';
import { itemJson } from '../shared/itemJson';
import { waitMemory } from '../shared/waitMemory';
import { answer, answerReply } from './answer';
import { readDelivery } from './delivery';
import { aboutToStart, doubt, forget, sortOut, toNote } from './duplicates';
import { isWanted } from './filter';
import { handOn, noteStarted } from './handOn';
import { attachMedia } from './media';
import { readOptions, type TriggerOptions } from './options';
import { mayBeReply, wordIn } from './reply';
import { takeReplies } from './replies';
import { verdictOf } from './verdict';

/**
 * Handles one webhook. Whatever is sent to it, it never throws: n8n would start a failed execution,
 * and anyone who knows the URL could start thousands.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await handle(context);
	} catch (error) {
		const { message } = asObject(error);
		context.logger.error(`RCS Trigger could not handle a webhook: ${String(message)}`);
		return answer(context, 500, { error: 'The webhook could not be handled' });
	}
}

async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = new Date();
	const options = readOptions(context);
	const delivery = await readDelivery(context, now);
	const account = await accountOf(context, context.getNodeParameter('provider'));
	const { webhook } = account.provider;
	const reply = webhook.handshake?.(delivery, account.settings);
	if (reply) return answerReply(context, reply);
	const verdict = options.verify
		? verdictOf(context, account, options, delivery, now)
		: ({ verified: 'unsupported' } as const);
	const refusal = refusals[verdict.verified];
	if (refusal) return answer(context, 401, { error: refusal });
	const genuine = verdict.verified === 'ok';
	const events = webhook.parse(delivery);
	const meant = genuine && options.resume ? events.map(asMeant) : events;
	return take(context, account, options, { events: meant, genuine, now });
}

/** What the person was just asked for is no opt-out, also for the service, which may not know of the question. */
function asMeant(event: RcsEvent): RcsEvent {
	const word = wordIn(event);
	return word && waitMemory.isOpenFor(word) ? asAnswer(event) : event;
}

/** What a webhook told. */
interface Taken {
	events: readonly RcsEvent[];
	/** It was verified. */
	genuine: boolean;
	now: Date;
}

async function take(
	context: IWebhookFunctions,
	account: Account,
	options: TriggerOptions,
	{ events, genuine, now }: Taken,
): Promise<IWebhookResponseData> {
	const mayAnswer =
		options.resume && genuine ? events.filter((event) => mayBeReply(context, event)) : [];
	const starts = (event: RcsEvent) => isWanted(event, options);
	const wanted = events.filter((event) => starts(event) || mayAnswer.includes(event));
	const handedOn = options.handOn && genuine ? await handOn(context, events) : undefined;
	const isLost = handedOn?.ok === false;
	if (isLost && options.handOn?.ifServiceDown === 'sendAgain') {
		doubt(context, wanted, now);
		return answer(context, 503, { error: 'The events could not be handed on: send them again' });
	}
	const { fresh, waits } = options.dropDuplicates
		? sortOut(context, wanted, handedOn, now)
		: { fresh: wanted, waits: false };
	const items: INodeExecutionData[] = [];
	const replies = new Set<RcsEvent>();
	const answered = await aboutToStart(context, fresh, now, async () => {
		const { ordinary, taken, again } = await takeReplies(context, account, options, {
			...{ fresh, mayAnswer, handedOn },
		});
		const told = ordinary
			.filter(({ event }) => starts(event))
			.map(({ event, ...about }) => ({ event, item: toItem({ ...event, ...about }, options) }));
		if (options.download) await attachMedia(context, account, options.download, genuine, told);
		items.push(...told.map(({ item }) => item));
		for (const event of taken) replies.add(event);
		forget(context, again, now);
		// Also where the workflow starts anyway, the events have to come again, for the service.
		const isMissed = isLost || waits || again.length > 0;
		return answer(context, isMissed ? 503 : 200, { received: items.length });
	});
	// Only now: a process that ended before has not started anything, and the provider sends again.
	const handled = wanted.filter((event) => starts(event) || replies.has(event));
	if (options.dropDuplicates) await noteStarted(context, toNote(context, handled, handedOn));
	return items.length === 0 ? answered : { ...answered, workflowData: [items] };
}

/** Why a webhook is refused, in words that tell a forger nothing. */
const refusals: Readonly<Record<Verdict['verified'], string | undefined>> = {
	ok: undefined,
	unsupported: undefined,
	notConfigured: 'The webhook cannot be verified: no secret is set',
	failed: 'The webhook is not genuine',
};

function toItem({ raw, ...event }: RcsEvent, { includeRaw }: TriggerOptions): INodeExecutionData {
	return { json: itemJson(includeRaw ? { ...event, raw } : event) };
}
