import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { USUAL_PURPOSE } from '../../core/consent/applies';
import { deriveMessageId } from '../../core/message/id';
import type { Problem } from '../../core/message/problem';
import { parseMessage } from '../../core/message/schema';
import { toE164 } from '../../core/message/phone';
import type { RcsMessage } from '../../core/message/types';
import type { ProviderAccount } from '../config/accounts';
import { purposeText, text } from '../config/values';
import { country } from '../http/fields';
import { badRequest, HttpProblem } from '../http/problem';

/** How a message is to be sent, whatever the message is. */
export const sendingSchema = {
	/** A name under "providers" of the configuration; needed where there are several. */
	connection: v.exactOptional(text),
	purpose: v.optional(purposeText, USUAL_PURPOSE),
	idempotencyKey: v.exactOptional(text),
	/** What becomes of a message that may go out only later. */
	whenHeld: v.optional(v.picklist(['wait', 'refuse']), 'wait'),
	ifNotSupported: v.optional(v.picklist(['fail', 'downgrade']), 'fail'),
	/** Where the person is, for quiet hours: ISO 3166-1 alpha-2, and the name of a time zone. */
	country: v.exactOptional(country),
	timeZone: v.exactOptional(text),
	dryRun: v.optional(v.boolean(), false),
};

export const sendSchema = v.strictObject({ ...sendingSchema, message: v.unknown() });
const sending = v.object(sendingSchema);
export type Sending = v.InferOutput<typeof sending>;

/** One message that somebody asked for over the API. */
export interface SendRequest {
	account: ProviderAccount;
	message: RcsMessage & { id: string };
	how: Sending;
	/** What is wrong with the message, in the names of whoever asked. */
	naming: Naming;
}

type Naming = (problem: Problem) => Problem;

const asMessage: Naming = ({ path, message }) => ({ path: `message.${path}`, message });

/**
 * Finds the account, and names the message: by its own id, by the idempotency key, or anew. A key names one
 * call, whatever that is about: with another number or text it is another call, and must not pass for new.
 */
export function sendRequest(
	accounts: ReadonlyMap<string, ProviderAccount>,
	asked: Sending,
	content: unknown,
	newId: () => string,
	naming: Naming = asMessage,
): SendRequest {
	const how = v.parse(sending, asked);
	const account = accountFor(accounts, how.connection);
	const parsed = parseMessage(content);
	if (!parsed.ok) throw badRequest(parsed.problems.map(naming));
	const message = parsed.value;
	const to = toE164(message.to) ?? message.to;
	const { idempotencyKey: key } = how;
	if (key !== undefined && message.id !== undefined) throw namedTwice();
	const id = message.id ?? (key === undefined ? newId() : deriveMessageId(['api', key]));
	return { account, message: { ...message, to, id }, how, naming };
}

function namedTwice(): HttpProblem {
	const path = 'body.idempotencyKey';
	const message = `${path} and message.id both name the message; leave one of them out`;
	return badRequest([{ path, message }]);
}

function accountFor(
	accounts: ReadonlyMap<string, ProviderAccount>,
	name: string | undefined,
): ProviderAccount {
	const names = [...accounts.keys()];
	const account = accounts.get(name ?? (names.length === 1 ? (names[0] ?? '') : ''));
	if (account) return account;
	if (names.length === 0)
		throw new HttpProblem(400, {
			category: 'configuration',
			message: 'The service has no account at a provider to send with',
			advice: 'Add one under "providers" in the configuration, with "auth" in its settings.',
		});
	const message =
		name === undefined
			? `connection is missing: it is one of ${names.join(', ')}`
			: `connection must be one of ${names.join(', ')}`;
	throw badRequest([{ path: 'connection', message }]);
}

/** Tells a request from another one that has the same id by mistake. */
export function hashOf({ account, message, how: { purpose } }: SendRequest): string {
	return createHash('sha256')
		.update(JSON.stringify([account.connection, purpose, { ...message, id: undefined }]))
		.digest('hex');
}
