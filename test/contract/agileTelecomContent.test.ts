import type { ReadyMessage } from '../../core/message/types';
import { smsSize } from '../../core/message/sms';
import { prepare, sendBatch } from '../../core/send';
import { aMessage, NOW } from '../fixtures/messages';
import { provider, wire, sent, envelope, mug, card, encodedCard } from './agileTelecomWire';

describe('content', () => {
	const nested = { agent: '1', options: { bodyStyle: 'nested' } };
	const text = { kind: 'text', text: 'Ciao' } as const;
	const carousel = { kind: 'carousel', cards: [card, { title: 'Two' }] } as const;
	const cards = [encodedCard, { title: 'Two' }];

	test.each<[string, ReadyMessage['content'], object, object]>([
		['text', text, { type: 'TEXT', text: 'Ciao' }, { type: 'TEXT', body: { text: 'Ciao' } }],
		[
			'card',
			{ kind: 'card', card },
			{ type: 'CARD', ...encodedCard },
			{ type: 'CARD', body: encodedCard },
		],
		[
			'carousel',
			{ ...carousel, cards: [...carousel.cards] },
			{ type: 'CAROUSEL', cards },
			{ type: 'CAROUSEL', body: { cards } },
		],
	])('a %s is flat or nested', async (_kind, content, flat, deep) => {
		expect((await sent({ content })).body).toEqual({ ...envelope, body: flat });
		expect((await sent({ content }, nested)).body).toEqual({ ...envelope, body: deep });
	});

	test.each([
		[45.4642, 9.19, '45.4642', '9.19'],
		[1e-7, -1e-7, '0', '0'],
		[0.000001, -0.0000015, '0.000001', '-0.000002'],
		[-90, 180, '-90', '180'],
	])('the place %p, %p is decimal text', async (latitude, longitude, north, east) => {
		const place = { type: 'viewLocation', text: 'Shop', latitude, longitude } as const;
		const { body } = await sent({ content: { ...text, suggestions: [place] } });
		const suggestions = [
			{ type: 'locationCoordinates', text: 'Shop', latitude: north, longitude: east },
		];
		expect(body).toMatchObject({ body: { suggestions } });
	});

	test('how a card looks has no place, and that is said', async () => {
		const content = { kind: 'card', orientation: 'horizontal', card } as const;
		const { body, changes } = await sent({ content });
		expect(body).toEqual({ ...envelope, body: { type: 'CARD', ...encodedCard } });
		expect(changes).toEqual([
			{ path: 'content.orientation', action: 'dropped', message: expect.any(String) },
		]);
	});

	test('a chip beside a card is refused, or becomes a button of it', () => {
		const chip = { type: 'reply', text: 'No' } as const;
		const message = aMessage({ content: { kind: 'card', card, suggestions: [chip] } });
		const strict = prepare(provider, message, NOW);
		expect(strict).toMatchObject({ ok: false, problems: [{ path: 'content.suggestions' }] });
		const fitted = prepare(provider, message, NOW, 'downgrade');
		expect(fitted).toMatchObject({
			ok: true,
			message: { content: { card: { suggestions: [...card.suggestions, chip] } } },
		});
	});

	test('a picture becomes a card', () => {
		const message = aMessage({ content: { kind: 'file', file: { url: mug } } });
		expect(prepare(provider, message, NOW, 'downgrade')).toMatchObject({
			ok: true,
			message: { content: { kind: 'card', card: { media: { url: mug } } } },
		});
	});
});

describe('agent and sender', () => {
	test.each([[undefined], ['shop'], ['1.5'], ['0'], ['-1'], ['9007199254740993']])(
		'%p is no agent, and nothing is sent',
		async (agent) => {
			const { call, requests } = wire({}, 200, agent ? { agent } : {});
			const [result] = await sendBatch(provider, call, [aMessage()]);
			expect(result).toMatchObject({
				status: 'rejected',
				error: { category: 'configuration', advice: expect.stringContaining('Default Agent ID') },
			});
			expect(requests).toEqual([]);
		},
	);

	test('the agent of the message goes before that of the account', async () => {
		expect((await sent({ from: '7' })).body).toMatchObject({ agentId: 7 });
		const wrong = prepare(provider, aMessage({ from: 'shop' }), NOW);
		expect(wrong).toMatchObject({ ok: false, problems: [{ path: 'from' }] });
	});

	test('an SMS needs a sender: of the step, else of the account', async () => {
		const step = { channel: 'sms', text: 'Hi', maxParts: 2 } as const;
		const account = { agent: '1', options: { smsSender: 'SHOP' } };
		expect((await sent({ fallback: [{ ...step, from: 'MUGS' }] }, account)).body).toMatchObject({
			fallbackSms: { sender: 'MUGS', text: 'Hi' },
			maxSmsParts: 2,
		});
		expect((await sent({ fallback: [step] }, account)).body).toMatchObject({
			fallbackSms: { sender: 'SHOP' },
		});
		const { body, result } = await sent({ fallback: [step] });
		expect(body).toBeUndefined();
		expect(result).toMatchObject({
			status: 'rejected',
			error: {
				category: 'configuration',
				message: expect.stringContaining('fallback.0.from'),
				advice: expect.stringContaining('Default SMS Sender'),
				problems: [{ path: 'fallback.0.from', message: expect.any(String) }],
			},
		});
		const whatsapp = { channel: 'whatsapp', senderId: '77', templateId: '5' } as const;
		expect((await sent({ fallback: [whatsapp, step] })).result).toMatchObject({
			error: { problems: [{ path: 'fallback.1.from' }] },
		});
	});

	test('WhatsApp with a body of its own', async () => {
		const body = { type: 'text', text: { body: 'Hi' } };
		const fallback: ReadyMessage['fallback'] = [
			{ channel: 'whatsapp', senderId: '77', body },
			{ channel: 'sms', from: 'MUGS', text: 'Hi' },
		];
		expect((await sent({ fallback })).body).toMatchObject({
			fallbackWhatsApp: { phoneNumberId: 77, body },
			fallbackSms: { sender: 'MUGS', text: 'Hi' },
		});
	});
});

test('SMS are counted before they are sent', () => {
	const message = (text: string, maxParts: number) =>
		prepare(
			provider,
			aMessage({ fallback: [{ channel: 'sms', from: 'MUGS', text, maxParts }] }),
			NOW,
		).ok;
	const [euro, emoji] = ['€'.repeat(80), '😀'.repeat(35)];
	expect([smsSize(euro), smsSize(emoji)]).toMatchObject([{ parts: 1 }, { parts: 1 }]);
	expect([message(euro, 1), message(emoji, 1)]).toEqual([true, true]);
	expect([message(`${euro}€`, 1), message(`${emoji}😀`, 1)]).toEqual([false, false]);
});
