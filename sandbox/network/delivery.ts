import type { Scheduler } from '../scheduler';
import type { PhoneBook } from './phones';
import type {
	Agent,
	FailureReason,
	Fallback,
	Leg,
	LegState,
	Message,
	NetworkEvent,
	Phone,
} from './types';

const hasData = ({ online, airplane }: Phone): boolean => online && !airplane;

const refuses = ({ blocked, blockedAgents }: Phone, { provider, id }: Agent): boolean =>
	blocked || blockedAgents.some((agent) => agent.provider === provider && agent.id === id);

/** How long a message takes on its way, in milliseconds of network time. */
const journey = { sent: 150, delivered: 400, read: 1200 };

export interface Delivery {
	/** Sets a message on its way. */
	start(message: Message): void;
	/** Takes a message back that did not arrive yet; its fallback does not follow. */
	revoke(message: Message): boolean;
	/** A phone changed: hands over what waited for it. */
	phoneChanged(number: string): void;
	reset(): void;
}

/** Moves messages along their legs, by itself, as time passes and phones come and go. */
export function createDelivery(
	scheduler: Scheduler,
	phones: PhoneBook,
	emit: (event: NetworkEvent) => void,
): Delivery {
	const waiting = new Set<Message>();
	/** Those whose fallback waits. */
	const waitingTexts = new Set<Message>();

	function move(message: Message, leg: Leg, state: LegState, reason?: FailureReason): void {
		leg.state = state;
		leg.times[state] = new Date().toISOString();
		if (reason) leg.reason = reason;
		const lost = state === 'failed' || state === 'expired';
		const fallback = lost && leg.channel === 'RCS' ? message.fallback : undefined;
		emit({ type: 'leg', message, leg, fallbackFollows: fallback !== undefined });
		if (fallback) startFallback(message, fallback);
	}

	function start(message: Message): void {
		const begin = (): void => {
			scheduler.after(journey.sent, () => send(message, message.legs[0]));
		};
		if (message.startAt) scheduler.at(message.startAt, begin);
		else begin();
	}

	function send(message: Message, leg: Leg): void {
		if (leg.state !== 'queued') return;
		const refusal = message.refusal ?? (phones.reach(message.to).rcs ? undefined : 'notReachable');
		if (refusal) return move(message, leg, 'failed', refusal);
		move(message, leg, 'sent');
		if (message.validityMs !== undefined) {
			scheduler.after(message.validityMs, () => expire(message, leg));
		}
		scheduler.after(journey.delivered - journey.sent, () => arrive(message, leg));
	}

	function arrive(message: Message, leg: Leg): void {
		if (leg.state !== 'sent') return;
		const phone = phones.reach(message.to);
		if (refuses(phone, message.agent)) return move(message, leg, 'failed', 'blocked');
		if (!hasData(phone)) {
			waiting.add(message);
			return;
		}
		waiting.delete(message);
		move(message, leg, 'delivered');
		scheduler.after(journey.read - journey.delivered, () => read(message, leg));
	}

	function read(message: Message, leg: Leg): void {
		const phone = phones.reach(message.to);
		if (leg.state === 'delivered' && phone.reads && hasData(phone)) move(message, leg, 'read');
	}

	function expire(message: Message, leg: Leg): void {
		if (leg.state !== 'sent') return;
		waiting.delete(message);
		move(message, leg, 'expired', 'expired');
	}

	/** An SMS needs no data connection and knows no read receipt. */
	function startFallback(message: Message, { channel, sender, next }: Fallback): void {
		const queuedAt = new Date().toISOString();
		const leg: Leg = { channel, sender, state: 'queued', times: { queued: queuedAt } };
		message.legs.push(leg);
		emit({ type: 'leg', message, leg, fallbackFollows: false });
		if (channel === 'WHATSAPP' && !phones.reach(message.to).whatsapp) {
			scheduler.after(journey.sent, () => {
				leg.state = 'failed';
				leg.times.failed = new Date().toISOString();
				leg.reason = 'notReachable';
				emit({ type: 'leg', message, leg, fallbackFollows: next !== undefined });
				if (next) startFallback(message, next);
			});
			return;
		}
		scheduler.after(journey.sent, () => move(message, leg, 'sent'));
		scheduler.after(journey.delivered, () => arriveAsText(message));
	}

	function arriveAsText(message: Message): void {
		waitingTexts.delete(message);
		const leg = message.legs.at(-1);
		if (leg?.state !== 'sent') return;
		if (phones.reach(message.to).airplane) waitingTexts.add(message);
		else move(message, leg, 'delivered');
	}

	function revoke(message: Message): boolean {
		const [leg] = message.legs;
		if (leg.state !== 'queued' && leg.state !== 'sent') return false;
		waiting.delete(message);
		leg.state = 'revoked';
		leg.times.revoked = new Date().toISOString();
		emit({ type: 'leg', message, leg, fallbackFollows: false });
		return true;
	}

	return {
		start,
		revoke,
		phoneChanged(number) {
			const phone = phones.reach(number);
			if (hasData(phone)) for (const message of ofPhone(waiting)) arrive(message, message.legs[0]);
			if (!phone.airplane) for (const message of ofPhone(waitingTexts)) arriveAsText(message);

			function ofPhone(messages: Iterable<Message>): Message[] {
				return [...messages].filter(({ to }) => to === number);
			}
		},
		reset() {
			waiting.clear();
			waitingTexts.clear();
		},
	};
}
