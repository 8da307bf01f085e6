import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import type { Account } from '../shared/account';
import type { HandedOn } from './handOn';
import { knownWaits } from './knownWaits';
import type { TriggerOptions } from './options';
import { takeReply } from './reply';
import { lateAnswer } from './replyLate';
import { sharedFate } from './sharedFates';

interface Heard {
	fresh: readonly RcsEvent[];
	/** Those that may be an answer. */
	mayAnswer: readonly RcsEvent[];
	handedOn: HandedOn | undefined;
}

/** New events by what became of them. */
interface Sorted {
	/** No node waits for them; or one went on, and somebody has to read whether it is an opt-out as well. */
	ordinary: RcsEvent[];
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
	if (!resume) return { ...sorted, ordinary: [...fresh] };
	const tellLate = lateAnswer(context, account, resume.lateAnswer);
	const waits = knownWaits(context, handedOn);
	for (const event of fresh) {
		const fate = mayAnswer.includes(event)
			? await sharedFate(event, () => takeReply(context, waits, event, tellLate))
			: 'ordinary';
		if (fate !== 'read') sorted[fate].push(event);
		else for (const all of [sorted.taken, sorted.ordinary]) all.push(event);
	}
	return sorted;
}
