import { providerError } from '../../../core/errors';
import type { RcsEvent } from '../../../core/event/types';
import { defined } from '../../../core/json';
import { phoneOf, PEOPLE } from './people';

/** What happens to a person, without who it is and when. */
type Step = Pick<RcsEvent, 'type'> & {
	/** Seconds after the one before. */
	after: number;
	/** Which of the person's messages; none for what is about the person. */
	message?: 1 | 2;
	channel?: NonNullable<RcsEvent['channel']>;
	campaignId?: string;
	text?: string;
	keyword?: string;
	/** The provider's words. */
	why?: string;
};

const sent: Step = { type: 'message.sent', after: 0.1, message: 1, campaignId: 'spring' };
const delivered: Step = { type: 'message.delivered', after: 2.4, message: 1 };
const read: Step = { type: 'message.read', after: 30, message: 1 };
const clicked: Step = { type: 'message.clicked', after: 8.7, message: 1 };
const replied: Step = { type: 'message.replied', after: 12.3, message: 1, text: 'Yes <please>' };
const stop: Step = { type: 'user.optedOut', after: 20.5, keyword: 'STOP' };
const start: Step = { type: 'user.optedIn', after: 3600, keyword: 'START' };

/** Words that CSV and JSON have to take as they are. */
const NOT_RCS = 'The phone has no RCS, "not now"; it may later 📵';
const LONG = `The carrier gave up: ${'try again, '.repeat(40)}`;

/** Lives of five events each, the frequent ones more often. */
const lives: readonly (readonly Step[])[] = [
	[sent, delivered, read, clicked, replied],
	[sent, delivered, read, clicked, { ...clicked, after: 86_400 }],
	[sent, delivered, read, stop, { ...stop, after: 7200, keyword: 'END' }],
	[sent, delivered, stop, start, read],
	[sent, delivered, read, replied, { ...replied, after: 0.05, text: 'And another' }],
	[
		sent,
		{ type: 'message.failed', after: 4, message: 1, why: NOT_RCS },
		{ type: 'message.fallback', after: 3, message: 1, channel: 'sms', why: 'SMS takes over' },
		{ type: 'message.sent', after: 1, message: 1, channel: 'sms' },
		{ type: 'message.delivered', after: 5, message: 1, channel: 'sms' },
	],
	[
		sent,
		delivered,
		{ ...sent, after: 172_800, message: 2, campaignId: '' },
		{ type: 'message.failed', after: 9, message: 2, why: LONG },
		{ type: 'message.failed', after: 40, message: 2, why: 'Still no way' },
	],
	[
		{ type: 'message.queued', after: 0, message: 1 },
		sent,
		{ type: 'message.expired', after: 3600, message: 1, why: 'Too old' },
		{ type: 'message.revoked', after: 1, message: 1 },
		{ type: 'message.received', after: 500, text: 'Hello?' },
	],
	[sent, delivered, read, { ...sent, after: 0.4, message: 2, campaignId: 'summer' }, clicked],
	[{ ...start, after: 1 }, sent, delivered, { ...stop, after: 0.2 }, { ...read, after: 0.3 }],
];

const START = Date.UTC(2026, 10, 1, 8);

/** Everything that happens to everybody, in the order of time. */
export const events: readonly RcsEvent[] = Array.from({ length: PEOPLE }, (_, i) => lifeOf(i))
	.flat()
	.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));

/** What happens to the first so many people: enough for several requests of each kind. */
export function eventsOf(people: number): readonly RcsEvent[] {
	const phones = new Set(Array.from({ length: people }, (_, i) => phoneOf(i)));
	return events.filter(({ user = '' }) => phones.has(user));
}

function lifeOf(i: number): RcsEvent[] {
	let at = START + i * 137;
	const life = lives[i % lives.length === 0 ? 0 : (i * 7) % lives.length] ?? [];
	return life.map((step, k) => {
		at += Math.round(step.after * 1000);
		return eventOf(i, k, step, new Date(at).toISOString());
	});
}

function eventOf(i: number, k: number, step: Step, occurredAt: string): RcsEvent {
	const { type, message, why, channel = 'rcs', campaignId, text, keyword } = step;
	return {
		eventId: `event-${i}-${k}`,
		provider: 'infobip',
		agent: 'DemoShop',
		user: phoneOf(i),
		type,
		channel,
		occurredAt,
		raw: null,
		...defined({
			...{ campaignId, text, keyword },
			messageId: message && `message-${i}-${message}`,
			error: why === undefined ? undefined : providerError('provider', why),
		}),
	};
}
