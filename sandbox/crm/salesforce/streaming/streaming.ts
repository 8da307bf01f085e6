import { isObject, type JsonObject } from '../../../json';
import type { Scheduler } from '../../../scheduler';
import type { Auth } from '../auth';
import type { Org } from '../org';
import { integrationAccess } from '../permissions';
import { type Bus, createBus, isIn, ONLY_NEW } from './bus';
import { type ChangeEvent, messageOf } from './changeEvent';
import { createSessions, type Session, TIMEOUT_MS } from './sessions';

export const COOKIE = 'BAYEUX_BROWSER';
const POLLING = 'long-polling';

/** What comes with a request besides its messages. */
export interface Sender {
	authorization: string | undefined;
	cookie: string | undefined;
}

export interface Streaming {
	/** Answers a Bayeux message; one that asks for events may take long. */
	answer(message: JsonObject, sender: Sender): Promise<JsonObject[]>;
	/** The cookie of a client, for the answer to its handshake. */
	cookieOf(clientId: unknown): string | undefined;
	bus: Bus;
	/** Tells clients whose token has ended, as Salesforce checks now and then. */
	checkTokens(): void;
	/** Forgets every client, as after a break of the network. */
	forget(): void;
	reset(): void;
}

/**
 * The Streaming API: Bayeux 1.0 over long polling, as far as Salesforce's documents describe it. Nobody
 * compared it with an org. Source: Streaming API Developer Guide, "Handling errors" and "Error codes".
 */
export function createStreaming(org: Org, auth: Auth, scheduler: Scheduler): Streaming {
	const bus = createBus(org);
	const sessions = createSessions(scheduler);

	function push(session: Session, channel: string, event: ChangeEvent): void {
		session.queue.push({ channel, data: messageOf(event, integrationAccess(org)) });
		sessions.wake(session);
	}

	bus.on((event) => {
		for (const session of sessions.all())
			for (const channel of session.channels)
				if (isIn(channel, event)) push(session, channel, event);
	});

	function handshake(message: JsonObject, { authorization }: Sender): JsonObject {
		const denied = auth.problemWithStream(authorization);
		const types = message['supportedConnectionTypes'];
		if (denied !== undefined)
			return {
				...refused(message, '403::Handshake denied', { reconnect: 'none' }),
				ext: { sfdc: { failureReason: denied }, replay: true },
			};
		if (!Array.isArray(types) || !types.includes(POLLING))
			return refused(message, `400::Invalid connection type ${String(types)}`);
		const { clientId } = sessions.open(authorization ?? '');
		return {
			...done(message, clientId),
			ext: { replay: true, 'payload.format': true },
			minimumVersion: '1.0',
			version: '1.0',
			supportedConnectionTypes: [POLLING],
		};
	}

	async function connect(message: JsonObject, session: Session): Promise<JsonObject[]> {
		if (message['connectionType'] !== POLLING)
			return [
				refused(message, `400::Invalid connection type ${String(message['connectionType'])}`),
			];
		const isFirst = !session.isConnected;
		session.isConnected = true;
		if (!isFirst && session.queue.length === 0) await sessions.wait(session);
		if (!sessions.find(session.clientId)) return [unknownClient(message)];
		const denied = auth.problemWithStream(session.authorization);
		if (denied !== undefined) return [ended(message, denied)];
		sessions.expectNext(session);
		const told = session.queue.splice(0);
		const advice = { interval: 0, timeout: TIMEOUT_MS, reconnect: 'retry' };
		return [...told, { ...done(message, session.clientId), ...(isFirst ? { advice } : {}) }];
	}

	function subscribe(message: JsonObject, session: Session): JsonObject {
		const { subscription: channel } = message;
		const refuse = (words: string): JsonObject => ({
			...refused(message, words),
			subscription: channel,
		});
		if (typeof channel !== 'string') return refuse('400::Channel name not specified');
		if (!channel.startsWith('/'))
			return refuse("400::Channel subscriptions must start with a leading '/'");
		if (!bus.has(channel))
			return refuse(`400::The channel you requested to subscribe to does not exist {${channel}}`);
		const from = replayFrom(message, channel);
		const missed = bus.replay(channel, from);
		if (!missed)
			return refuse(
				`400::The replayId {${from}} you provided was invalid. Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
			);
		session.channels.add(channel);
		for (const event of missed) push(session, channel, event);
		return { ...done(message, session.clientId), subscription: channel };
	}

	function problemWith(message: JsonObject, sender: Sender, session?: Session) {
		const denied = auth.problemWithStream(sender.authorization);
		if (denied !== undefined) return ended(message, denied);
		if (!session) return unknownClient(message);
		if (sender.cookie?.includes(`${COOKIE}=${session.cookie}`)) return undefined;
		return refused(
			message,
			`400::Client ${session.clientId} has established a session, but no ${COOKIE} cookie present`,
		);
	}

	return {
		async answer(message, sender) {
			if (message['channel'] === '/meta/handshake') return [handshake(message, sender)];
			const session = sessions.find(message['clientId']);
			const problem = problemWith(message, sender, session);
			if (problem || !session) return [problem ?? unknownClient(message)];
			session.authorization = sender.authorization ?? '';
			switch (message['channel']) {
				case '/meta/connect':
					return connect(message, session);
				case '/meta/subscribe':
					return [subscribe(message, session)];
				case '/meta/unsubscribe':
					session.channels.delete(String(message['subscription']));
					return [{ ...done(message, session.clientId), subscription: message['subscription'] }];
				case '/meta/disconnect':
					sessions.close(session);
					return [done(message, session.clientId)];
				default:
					return [refused(message, '403::Cannot create channel')];
			}
		},
		cookieOf: (clientId) => sessions.find(clientId)?.cookie,
		bus,
		checkTokens: () => sessions.all().forEach(sessions.wake),
		forget: () => sessions.reset(),
		reset() {
			sessions.reset();
			bus.reset();
		},
	};
}

const done = ({ channel, id }: JsonObject, clientId: string): JsonObject => ({
	...{ channel, id, clientId, successful: true },
});

const refused = ({ channel, id }: JsonObject, error: string, advice?: JsonObject): JsonObject => ({
	...{ channel, id, error, successful: false, ...(advice ? { advice } : {}) },
});

const ended = (message: JsonObject, error: string): JsonObject =>
	refused(message, error, { reconnect: 'none', interval: 0 });

const unknownClient = (message: JsonObject): JsonObject =>
	refused(message, '403::Unknown client', { reconnect: 'handshake', interval: 0 });

/** `{"ext": {"replay": {"/data/ContactChangeEvent": 17}}}` */
function replayFrom({ ext }: JsonObject, channel: string): number {
	const replay = isObject(ext) ? ext['replay'] : undefined;
	const from = isObject(replay) ? replay[channel] : undefined;
	return typeof from === 'number' ? from : ONLY_NEW;
}
