import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ProviderError, providerError, RcsError } from '../../core/errors';
import { failureOf } from '../../core/http';
import { asObject, asString } from '../../core/json';
import { type RecordNews, recordNews } from '../../connectors/recordNews';
import { SALESFORCE_API_VERSION } from '../../connectors/salesforce/api';
import { changeChannel, readChangeEvent } from '../../connectors/salesforce/changeEvents';
import type { PersonObject } from '../../connectors/salesforce/people';
import { Cometd, type Message } from './cometd';
import { salesforceToken } from './salesforce';
import type { SalesforceAuth } from './settings';

type ObjectName = PersonObject['name'];

export type StreamNews =
	/** Everything is subscribed to: from now on changes are told. */
	| { kind: 'up' }
	/** What changed in an object before is not told, or was lost: ask for it (`ConsentChanges.poll`). */
	| { kind: 'missed'; object: ObjectName }
	/** Records to read again. `replayId` is to be kept when that is done; the lists can be empty. */
	| ({ kind: 'told'; object: ObjectName; replayId: number } & RecordNews)
	/** Nothing is told until it is `up` again. It tries again by itself. */
	| { kind: 'down'; error: ProviderError; againInMs: number };

export interface StreamOptions {
	auth: SalesforceAuth;
	/** The address of the org. */
	baseUrl: string;
	objects: readonly ObjectName[];
	/** The replay ids that were kept last. Absent: only what is new. */
	from: Partial<Record<ObjectName, number>>;
	now: () => number;
	/** How long to wait after so many failures in a row; by default longer and longer. */
	waitMs?: (failures: number, error: ProviderError) => number;
}

const ONLY_NEW = -1;
const SIGN_IN_WITHIN_MS = 30_000;

/**
 * The changes that Change Data Capture tells of contacts and leads, until `signal` is aborted. It signs in
 * again when the token ends, and goes on where it was when the connection breaks. Written after Salesforce's
 * documents, not tried against Salesforce.
 *
 * @see https://developer.salesforce.com/docs/platform/api-streaming/guide/streaming-handling-errors.html
 */
export async function* salesforceStream(
	options: StreamOptions,
	signal: AbortSignal,
): AsyncGenerator<StreamNews, void> {
	const position = new Map<ObjectName, number>();
	for (const name of options.objects) {
		const from = options.from[name];
		if (from !== undefined) position.set(name, from);
	}
	let failures = 0;
	while (!signal.aborted) {
		try {
			for await (const news of session(options, position, signal)) {
				if (news.kind !== 'missed') failures = 0;
				yield news;
			}
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof RcsError)) throw error;
			const againInMs = (options.waitMs ?? usualWait)(failures, error.detail);
			failures += 1;
			yield { kind: 'down', error: error.detail, againInMs };
			await sleep(againInMs, undefined, { signal }).catch(() => undefined);
		}
	}
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** At first soon: it may be an accident. Then what may mend itself is tried more often than what may not. */
function usualWait(failures: number, { retryable, retryAfterMs = 0 }: ProviderError): number {
	if (failures === 0) return Math.max(SECOND_MS, Math.min(retryAfterMs, HOUR_MS));
	const [first, longest] = retryable ? [SECOND_MS, MINUTE_MS] : [MINUTE_MS, 15 * MINUTE_MS];
	const wait = Math.min(first * 2 ** Math.min(failures, 10), longest);
	return Math.max(wait, Math.min(retryAfterMs, HOUR_MS));
}

/** One token and one handshake, until Salesforce ends either after it has been of use. @throws RcsError */
async function* session(
	{ auth, baseUrl, objects, now }: StreamOptions,
	position: Map<ObjectName, number>,
	signal: AbortSignal,
): AsyncGenerator<StreamNews, void> {
	const signIn = salesforceToken(auth, baseUrl, now(), SIGN_IN_WITHIN_MS);
	const token = await whileWanted(signIn, signal);
	const client = new Cometd(`${baseUrl}/cometd/${SALESFORCE_API_VERSION}`, token, signal);
	try {
		expectSuccess(await client.handshake());
		for (const object of objects) {
			const from = await subscribe(client, object, position.get(object) ?? ONLY_NEW);
			if (from === ONLY_NEW) yield { kind: 'missed', object };
		}
		for (let polls = 0; ; polls += 1) {
			const { events, reply } = await client.connect();
			const isOver = reply['successful'] !== true;
			if (!isOver && polls === 0) yield { kind: 'up' };
			for (const object of objects) yield* told(object, events, position);
			// One that ends as soon as it began would end so again.
			if (isOver && polls > 1 && isRenewable(reply)) return;
			expectSuccess(reply);
		}
	} finally {
		await client.disconnect();
	}
}

/** @throws whatever ends the wait when nobody wants the answer any longer. */
async function whileWanted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	const done = new AbortController();
	const aborted = once(signal, 'abort', { signal: done.signal }).then(() =>
		signal.throwIfAborted(),
	);
	aborted.catch(() => undefined);
	try {
		await Promise.race([work, aborted]);
		return await work;
	} finally {
		done.abort();
	}
}

/** Subscribes from a place, or from now on where Salesforce does not keep that place any longer. */
async function subscribe(client: Cometd, object: ObjectName, from: number): Promise<number> {
	const reply = await client.subscribe(changeChannel(object), from);
	if (reply['successful'] === true) return from;
	if (from === ONLY_NEW || !/^400::.*\breplayId\b/is.test(asString(reply['error']) ?? ''))
		throw new RcsError(problemOf(reply));
	return subscribe(client, object, ONLY_NEW);
}

/** What the events of an object tell, and that some are missing where one says so. */
function* told(
	object: ObjectName,
	messages: readonly Message[],
	position: Map<ObjectName, number>,
): Generator<StreamNews> {
	const events = messages
		.filter(({ channel }) => channel === changeChannel(object))
		.flatMap(({ data }) => readChangeEvent(data, object) ?? []);
	const replayId = events.at(-1)?.replayId;
	if (replayId === undefined) return;
	if (events.some(({ isIncomplete }) => isIncomplete)) yield { kind: 'missed', object };
	const news = recordNews(
		events.flatMap(({ changed }) => changed),
		events.flatMap(({ gone }) => gone),
	);
	yield { kind: 'told', object, replayId, ...news };
	position.set(object, replayId);
}

/** The token has ended, or the session is forgotten: a new one will do. */
function isRenewable({ error, advice }: Message): boolean {
	return (
		asString(error)?.startsWith('401') === true || asObject(advice)['reconnect'] === 'handshake'
	);
}

function expectSuccess(reply: Message): void {
	if (reply['successful'] !== true) throw new RcsError(problemOf(reply));
}

const SELECT = 'Select Contact and Lead under Change Data Capture in the set-up of Salesforce.';

/** `403::Unknown client`; of a handshake the reason is in `ext`. */
function problemOf({ channel, error, ext }: Message): ProviderError {
	const reason =
		asString(asObject(asObject(ext)['sfdc'])['failureReason']) ?? asString(error) ?? '';
	const [, code = '502', words = reason] = /^(\d{3}):[^:]*:(.*)$/s.exec(reason) ?? [];
	const message = `Salesforce streams no changes: ${words || 'it does not say why'}`;
	if (/limit exceeded/i.test(words)) return providerError('rateLimit', message, { code });
	if (channel === '/meta/subscribe' && code === '400')
		return providerError('configuration', message, { code, advice: SELECT });
	const response = { status: Number(code), headers: {}, body: '' };
	return failureOf(response, () => ({ message, code }));
}
