import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import type { Account } from '../shared/account';
import type { HandedOn } from './handOn';
import { knownWaits } from './knownWaits';
import type { TriggerOptions } from './options';
import { takeReply } from './reply';
import { lateAnswer } from './replyLate';
import type { AboutQuestion, ReplyFate } from './replyParts';
import { sharedFate } from './sharedFates';

interface Heard {
	fresh: readonly RcsEvent[];
	/** Those that may be an answer. */
	mayAnswer: readonly RcsEvent[];
	handedOn: HandedOn | undefined;
}

/** An event for the workflow, and what it had to do with a question. */
interface ToTell {
	event: RcsEvent;
	question?: AboutQuestion;
}

/** New events by what became of them. */
interface Sorted {
	/** The workflow may start on them. */
	ordinary: ToTell[];
	/** A node went on with them, or they came too late for one. */
	taken: RcsEvent[];
	/** The provider has to tell them again. */
	again: RcsEvent[];
}

/** Hands to nodes that wait what is meant for them, in the order in which it was said. */
export async function takeReplies(
	context: IWebhookFunctions,
	account: Account,
	{ resume }: TriggerOptions,
	{ fresh, mayAnswer, handedOn }: Heard,
): Promise<Sorted> {
	const sorted: Sorted = { ordinary: [], taken: [], again: [] };
	if (!resume) return { ...sorted, ordinary: fresh.map((event) => ({ event })) };
	const tellLate = lateAnswer(context, account, resume.lateAnswer);
	const waits = knownWaits(context, handedOn);
	for (const event of fresh) {
		const fate = mayAnswer.includes(event)
			? await sharedFate(event, () => takeReply(context, waits, event, tellLate))
			: 'ordinary';
		if (fate === 'taken' || fate === 'read') sorted.taken.push(event);
		if (fate === 'again') sorted.again.push(event);
		const tells = toTell[fate];
		if (tells) sorted.ordinary.push({ event, ...tells });
	}
	return sorted;
}

/** What workflows are told; nothing where they do not start. */
const toTell: Readonly<Record<ReplyFate, Omit<ToTell, 'event'> | undefined>> = {
	ordinary: {},
	read: { question: 'answered' },
	late: { question: 'late' },
	taken: undefined,
	again: undefined,
};
