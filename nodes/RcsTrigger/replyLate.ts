import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import { asObject } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { Account } from '../shared/account';
import { clock } from '../shared/clock';
import type { TellLate } from './reply';

/** The provider waits for its answer meanwhile. */
const pace = { concurrency: 1, retries: 0 };

/**
 * Answers a person whose reply came too late, as an acknowledgement of it. The id is made from the wait, so that a
 * provider that recognises ids never delivers it twice. That it fails is logged: the reply itself was handled.
 */
export function lateAnswer(context: IWebhookFunctions, account: Account, text: string): TellLate {
	return async ({ user, agent }: RcsEvent, wait: string) => {
		if (text === '' || user === undefined) return;
		const { provider, http, settings, newId } = account;
		const from = agent && provider.profile.options.includes('from') ? { from: agent } : {};
		const id = deriveMessageId(['late', wait]);
		const content = { kind: 'text', text } as const;
		const message = { id, to: user, content, traffic: 'acknowledgement', ...from } as const;
		try {
			const ready = prepare(provider, message, new Date(), 'downgrade');
			if (!ready.ok) return warn(context, ready.problems[0]?.message);
			const sent = await sendAll(provider, { http, settings, newId }, [ready.message], pace, clock);
			const result = sent.get(id);
			if (result && result.status !== 'accepted') warn(context, result.error.message);
		} catch (error) {
			warn(context, asObject(error)['message']);
		}
	};
}

function warn(context: IWebhookFunctions, message: unknown): void {
	context.logger.warn(`RCS Trigger could not answer a late reply: ${String(message)}`);
}
