import { randomUUID } from 'node:crypto';
import type { Http } from '../../core/http';
import type { ReadyMessage } from '../../core/message/types';
import type { SendResult } from '../../core/provider';
import { sendAll } from '../../core/sendAll';
import { providerHttp } from '../clients/provider';
import type { ProviderAccount } from '../config/accounts';
import type { Service } from '../service';

/** One transport an account, because it holds the token. */
const transports = new WeakMap<ProviderAccount, Http>();

/** A caller waits for the answer, so nothing is tried for long. */
const PACE = { concurrency: 1, retries: 2 };

/** The message as its provider is told it: when it is time, which a provider would wait for once more. */
export function whenDue({ schedule: _, ...message }: ReadyMessage): ReadyMessage {
	return message;
}

/** Sends one message now, and says what became of it. What may have arrived is never sent twice. */
export async function sendByProvider(
	{ clock }: Service,
	account: ProviderAccount,
	message: ReadyMessage,
): Promise<SendResult> {
	const { provider, settings } = account;
	const http = transports.get(account) ?? providerHttp(provider, settings, clock);
	transports.set(account, http);
	const call = { http, settings, newId: randomUUID };
	const result = (await sendAll(provider, call, [whenDue(message)], PACE, clock)).get(message.id);
	if (!result) throw new TypeError('The provider gave no result');
	return result;
}
