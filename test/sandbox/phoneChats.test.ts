import { chatsOf, summaryOf, timeOf } from '../../sandbox/web/phone/lib/chat';
import type { Agent, InboundEntry, Leg, MessageEntry } from '../../sandbox/web/phone/lib/types';

const shop: Agent = {
	...{ provider: 'infobip', id: 'DemoShop', name: 'Demo Shop' },
	...{ color: '#0b57d0', verified: true },
};
const bank: Agent = { ...shop, id: 'DemoBank', name: 'Demo Bank' };
const minute = (at: number) => `2030-01-01T10:0${at}:00.000Z`;

let next = 0;

interface Sent {
	at?: number;
	agent?: Agent;
	chips?: number;
	legs?: [Partial<Leg>, ...Partial<Leg>[]];
	more?: Partial<MessageEntry>;
}

function sent({ at = 0, agent = shop, chips = 1, legs = [{}], more }: Sent = {}): MessageEntry {
	const id = `m${next++}`;
	const [first, ...others] = legs.map((leg): Leg => {
		const times = { sent: minute(at), delivered: minute(at) };
		return { channel: 'RCS', sender: agent.id, state: 'delivered', times, ...leg };
	});
	if (!first) throw new Error('A message has a leg');
	return {
		...{ type: 'message', key: id, id, provider: agent.provider, agent, to: '+447700900001' },
		...{ createdAt: minute(at), timeline: [], channel: 'RCS' },
		content: {
			...{ kind: 'text', text: `Hello ${id}` },
			suggestions: Array.from({ length: chips }, (_, i) => ({
				...{ kind: 'reply', text: `Yes ${i}`, postbackData: 'yes' },
			})),
		},
		legs: [first, ...others],
		state: legs.at(-1)?.state ?? 'delivered',
		...more,
	};
}

function said(kind: InboundEntry['kind'], at = 1, more: Partial<InboundEntry> = {}): InboundEntry {
	const id = `i${next++}`;
	return {
		...{ type: 'inbound', key: id, id, provider: shop.provider, agent: shop },
		...{ phone: '+447700900001', at: minute(at), kind, text: 'Hi', ...more },
	};
}

const failed: [Partial<Leg>] = [{ state: 'failed', reason: 'notReachable', times: {} }];

describe('the chips under a conversation', () => {
	const chipsOf = (...entries: (MessageEntry | InboundEntry)[]) => chatsOf(entries)[0]?.chipsOf?.id;

	it('are those of the last message', () => {
		const [first, second] = [sent(), sent()];
		expect(chipsOf(first, second)).toBe(second.id);
		expect(chipsOf(first, sent({ chips: 0 }))).toBeUndefined();
	});

	it('stay when a later message never came to the phone', () => {
		const first = sent();
		expect(chipsOf(first, sent({ legs: failed }))).toBe(first.id);
		expect(chipsOf(first, sent({ legs: [{ state: 'sent' }] }))).toBe(first.id);
		expect(chipsOf(first, sent({ legs: [{ state: 'revoked' }] }))).toBe(first.id);
		expect(chipsOf(sent({ legs: failed }))).toBeUndefined();
	});

	it('go when a later message came by another channel: its own are not drawn', () => {
		const asSms = sent({ legs: [...failed, { channel: 'SMS' }] });
		expect(chipsOf(sent(), asSms)).toBeUndefined();
	});

	it.each(['text', 'reply', 'file', 'form'] as const)('go with an answer: %s', (kind) => {
		expect(chipsOf(sent(), said(kind))).toBeUndefined();
	});

	it.each(['action', 'location', 'unsubscribe', 'subscribe'] as const)(
		'stay with what answers nothing: %s',
		(kind) => {
			const first = sent();
			expect(chipsOf(first, said(kind))).toBe(first.id);
		},
	);

	it('come back with the next message', () => {
		const second = sent();
		expect(chipsOf(sent(), said('reply'), second)).toBe(second.id);
	});
});

describe('conversations', () => {
	it('are one for each agent, the latest first', () => {
		const chats = chatsOf([sent(), sent({ agent: bank }), sent({ agent: shop })]);
		expect(chats.map(({ agent, shown }) => [agent.id, shown.length])).toEqual([
			['DemoShop', 2],
			['DemoBank', 1],
		]);
	});

	it('show what arrived or why it did not, and count what waits', () => {
		const [came, lost] = [sent(), sent({ legs: failed })];
		const [chat] = chatsOf([came, lost, sent({ legs: [{ state: 'sent', times: {} }] })]);
		expect(chat?.shown.map(({ key }) => key)).toEqual([came.key, lost.key]);
		expect(chat?.waiting).toBe(1);
		expect(chat?.latest?.key).toBe(lost.key);
	});

	it('know the last choice of the person', () => {
		const subscribed = (...kinds: InboundEntry['kind'][]) =>
			chatsOf([sent(), ...kinds.map((kind) => said(kind))])[0]?.subscribed;
		expect([
			subscribed(),
			subscribed('unsubscribe'),
			subscribed('unsubscribe', 'text'),
			subscribed('unsubscribe', 'subscribe'),
		]).toEqual([true, false, false, true]);
	});
});

it('a message has the time at which it arrived, and in the list the words of what arrived', () => {
	const sms = sent({
		legs: [...failed, { channel: 'SMS', times: { sent: minute(2), delivered: minute(3) } }],
		more: { fallback: { channel: 'SMS', sender: 'Shop', text: 'By SMS', mediaUrls: [] } },
	});
	expect([timeOf(sms), summaryOf(sms)]).toEqual([minute(3), 'By SMS']);
	const lost = sent({ at: 4, legs: failed });
	expect([timeOf(lost), summaryOf(lost)]).toEqual([minute(4), 'Not delivered']);
	expect(summaryOf(said('text', 1, { text: 'Thanks' }))).toBe('You: Thanks');
	expect(summaryOf(said('location'))).toBe('You: Location');
});
