import type { ReadyMessage } from '../../core/message/types';
import { provider, base, wire } from './agileTelecomWire';

describe('media', () => {
	test('the address of a file', async () => {
		const { call, requests } = wire({ url: 'https://files.example.com/a?sig=1' });
		expect(await provider.media?.(call, 'a/b')).toEqual({
			url: 'https://files.example.com/a?sig=1',
		});
		expect(requests).toEqual([{ method: 'GET', url: `${base}/api/files/a%2Fb?expireMinutes=180` }]);
	});

	test('a file that is gone', async () => {
		const gone = wire({ message: 'Not found' }, 404).call;
		await expect(provider.media?.(gone, 'a')).rejects.toMatchObject({
			detail: { category: 'notFound', advice: expect.stringContaining('file') },
		});
		await expect(provider.media?.(wire({}).call, 'a')).rejects.toMatchObject({
			detail: { category: 'media' },
		});
	});
});

describe('templates', () => {
	const draft = { name: 'Order', carriers: [] };

	test('texts have single braces, and suggestions an object named as their type', async () => {
		const { call, requests } = wire({ id: 42, name: 'Order' });
		const template = await provider.templates?.create?.(call, {
			...draft,
			content: {
				kind: 'text',
				text: 'Order {{ number }} comes on {{day}}, {{number}}',
				suggestions: [
					{ type: 'reply', text: 'OK', postbackData: 'ok:{{number}}' },
					{ type: 'openUrl', text: 'Visit website', url: 'https://example.com' },
					{ type: 'dial', text: 'Call us', phoneNumber: '+15550100123' },
					{ type: 'viewLocation', text: 'Shop', latitude: 45.4642, longitude: 9.19 },
					{ type: 'viewLocationQuery', text: 'Find us', query: 'Via Roma 1, Milano' },
					{
						type: 'calendar',
						text: 'Save',
						title: 'Delivery',
						startTime: '{{day}}',
						endTime: '2030-05-01T10:00:00Z',
					},
				],
			},
		});
		const body = {
			text: 'Order {number} comes on {day}, {number}',
			suggestions: [
				{ type: 'reply', text: 'OK', reply: { postbackData: 'ok:{number}' } },
				{ type: 'url', text: 'Visit website', url: { url: 'https://example.com' } },
				{ type: 'dial', text: 'Call us', dial: { phoneNumber: '+15550100123' } },
				{
					type: 'coordinates',
					text: 'Shop',
					coordinates: { latitude: '45.4642', longitude: '9.19' },
				},
				{ type: 'location', text: 'Find us', location: { query: 'Via Roma 1, Milano' } },
				{
					type: 'calendar',
					text: 'Save',
					calendar: { title: 'Delivery', startTime: '{day}', endTime: '2030-05-01T10:00:00Z' },
				},
			],
		};
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/api/message-server/rcs/templates`,
				headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
				body: { name: 'Order', description: 'Order', type: 'TEXT', body },
			},
		]);
		expect(template).toEqual({
			id: '42',
			name: 'Order',
			kind: 'TEXT',
			status: 'unknown',
			content: body,
			variables: ['number', 'day'],
		});
	});

	test('cards, and the raw object with its own fallback', async () => {
		const { call, requests } = wire({ templateId: 7, status: 'approved' });
		const own = { type: 'TEXT', body: { text: 'Hi', fallbackSms: { sender: 'S', text: 'Hi' } } };
		const contents: ReadyMessage['content'][] = [
			{ kind: 'carousel', cards: [{ title: 'One' }, { title: 'Two' }] },
			{ kind: 'raw', payload: own },
		];
		for (const content of contents) {
			const about = { ...draft, description: 'Sale', content };
			const made = await provider.templates?.create?.(call, about);
			expect(made).toMatchObject({ id: '7', status: 'approved' });
		}
		expect(requests.map(({ body }) => body)).toEqual([
			{
				name: 'Order',
				description: 'Sale',
				type: 'CAROUSEL',
				body: { cards: [{ title: 'One' }, { title: 'Two' }] },
			},
			{ name: 'Order', description: 'Sale', ...own },
		]);
	});
});
