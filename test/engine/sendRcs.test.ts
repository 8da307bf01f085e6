import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { accept, firstId, people, text, useSendRcs } from './sends';

const sends = useSendRcs();

describe('what arrives at the provider', () => {
	it('is one bulk call for many items at Infobip', async () => {
		const { outputs } = await sends.send(text, people);
		expect(sends.requests).toHaveLength(1);
		expect(sends.requests[0]).toMatchObject({
			method: 'POST',
			path: '/rcs/2/messages',
			headers: { authorization: 'App secret-key', 'content-type': 'application/json' },
		});
		expect(sends.bodies()[0]).toEqual({
			messages: people.map(({ phone, name }, i) => ({
				sender: 'DemoShop',
				destinations: [{ to: phone.slice(1), messageId: outputs[0]?.[i]?.json['messageId'] }],
				content: { type: 'TEXT', text: `Hi ${name}` },
			})),
		});
	});

	it('is one call a message at the conversation API, never more in flight than the setting', async () => {
		let inFlight = 0;
		let most = 0;
		const many = Array.from({ length: 25 }, (_, i) => ({
			phone: `+4477009000${10 + i}`,
			name: String(i),
		}));
		sends.answer = (request) => {
			inFlight += 1;
			most = Math.max(most, inFlight);
			setImmediate(() => (inFlight -= 1));
			return accept(request);
		};
		const parameters = { ...text, provider: 'conversation', options: { concurrency: 4 } };
		const { outputs } = await sends.send(parameters, many);
		expect(sends.requests).toHaveLength(25);
		expect(most).toBeLessThanOrEqual(4);
		expect(outputs[0]?.map(({ json }) => json['to'])).toEqual(many.map(({ phone }) => phone));
		expect(sends.requests[0]?.headers.authorization).toBe('Bearer secret-token');
		expect(sends.requests[0]?.path).toBe('/v1/messages');
	});

	it('is a card with everything the form says', async () => {
		await sends.send(
			{
				provider: 'infobip',
				to: '07700 900001',
				messageType: 'card',
				cardTitle: 'Title',
				cardDescription: 'Description',
				cardMediaUrl: 'https://shop.example.com/p.png',
				cardLayout: { orientation: 'horizontal', imageAlignment: 'right', mediaHeight: 'tall' },
				cardSuggestions: {
					suggestion: [
						{ type: 'openUrl', text: 'Track', url: 'https://shop.example.com/t', webview: 'tall' },
					],
				},
				suggestions: { suggestion: [{ type: 'reply', text: 'Thanks', postbackData: 'thanks:1' }] },
				fallback: 'sms',
				fallbackText: 'It has shipped',
				fallbackOptions: { from: 'Shop' },
				options: {
					defaultCountry: 'GB',
					validity: 7200,
					campaignId: 'spring',
					clientRef: 'order-1',
					trackClicks: true,
					messageId: 'my-id',
					from: 'OtherShop',
					notify: false,
					deliveryWindow: { window: { days: ['friday', 'monday'], from: '09:00', to: '18:30' } },
				},
			},
			[{}],
		);
		expect(sends.bodies()).toEqual([
			{
				messages: [
					{
						sender: 'OtherShop',
						destinations: [{ to: '447700900001', messageId: 'my-id' }],
						content: {
							type: 'CARD',
							orientation: 'HORIZONTAL',
							alignment: 'RIGHT',
							content: {
								title: 'Title',
								description: 'Description',
								media: { file: { url: 'https://shop.example.com/p.png' }, height: 'TALL' },
								suggestions: [
									{
										type: 'OPEN_URL',
										text: 'Track',
										postbackData: 'Track',
										url: 'https://shop.example.com/t',
										application: 'WEBVIEW',
										webviewViewMode: 'TALL',
									},
								],
							},
							suggestions: [{ type: 'REPLY', text: 'Thanks', postbackData: 'thanks:1' }],
						},
						options: {
							validityPeriod: { amount: 2, timeUnit: 'HOURS' },
							deliveryTimeWindow: {
								days: ['MONDAY', 'FRIDAY'],
								from: { hour: 9, minute: 0 },
								to: { hour: 18, minute: 30 },
							},
							campaignReferenceId: 'spring',
							smsFailover: { sender: 'Shop', text: 'It has shipped' },
						},
						webhooks: { delivery: { notify: false }, callbackData: 'order-1' },
					},
				],
				options: { tracking: { shortenUrl: true, trackClicks: true } },
			},
		]);
	});

	it('is a carousel made of a cart, and a card when the cart holds one thing', async () => {
		const parameters = {
			provider: 'infobip',
			to: '+447700900001',
			messageType: 'carousel',
			cardsFrom: 'list',
			listItems: '={{ $json.cart }}',
			listTitle: '{title}',
			listDescription: '{quantity} × {price.amount}',
			listMediaUrl: '{image}',
			listSuggestions: {
				suggestion: [{ type: 'openUrl', text: 'View', url: 'https://shop.example.com/{sku}' }],
			},
			listLimit: 2,
		};
		const entry = (sku: string) => ({
			title: `Item ${sku}`,
			quantity: 2,
			price: { amount: '9.90' },
			sku,
		});
		const { outputs } = await sends.send(parameters, [
			{ cart: ['a', 'b', 'c'].map(entry) },
			{ cart: [entry('d')] },
		]);
		expect(outputs[0]?.map(({ json }) => json['changes'])).toEqual([
			[
				{
					path: 'content.cards',
					action: 'cut',
					message: expect.stringContaining('has 3 entries; only the first 2') as string,
				},
			],
			undefined,
		]);
		const [carousel, card] = asArray(asObject(sends.bodies()[0])['messages']).map(
			(message) => asObject(message)['content'],
		);
		const button = (sku: string) => [
			{
				type: 'OPEN_URL',
				text: 'View',
				postbackData: 'View',
				url: `https://shop.example.com/${sku}`,
				application: 'BROWSER',
			},
		];
		const shown = (sku: string) => ({
			title: `Item ${sku}`,
			description: '2 × 9.90',
			suggestions: button(sku),
		});
		expect(carousel).toEqual({
			type: 'CAROUSEL',
			cardWidth: 'MEDIUM',
			contents: [shown('a'), shown('b')],
		});
		expect(card).toMatchObject({ type: 'CARD', content: shown('d') });
	});

	it('is a scheduled message in a request of its own, in the workflow zone', async () => {
		const at = new Date(Date.now() + 86_400_000).toISOString();
		const parameters = { ...text, options: { scheduleAt: '={{ $json.at }}' } };
		await sends.send(parameters, [
			{ ...people[0], at },
			{ ...people[1], at: '' },
		]);
		const options = sends.bodies().map((body) => asObject(body)['options']);
		expect(options).toEqual([
			{ schedule: { sendAt: expect.stringContaining(at.slice(0, 19)) } },
			undefined,
		]);
	});
});

describe('message ids', () => {
	const ids = async (executionId: string, options: IDataObject = {}) => {
		const { outputs } = await sends.send({ ...text, options }, people, { executionId });
		return outputs[0]?.map(({ json }) => json['messageId']);
	};

	it('are the same when n8n runs the node again, and others in another execution', async () => {
		const first = await ids('7');
		expect(new Set(first).size).toBe(3);
		expect(await ids('7')).toEqual(first);
		expect(await ids('8')).not.toEqual(first);
	});

	it('are others in the next round of a loop', async () => {
		const round = async (runIndex: number) => {
			const { outputs } = await sends.send(text, people, { executionId: '7', runIndex });
			return outputs[0]?.map(({ json }) => json['messageId']);
		};
		expect(await round(1)).not.toEqual(await round(0));
	});

	it('come from the idempotency key, whatever the execution; a key used twice in a run is refused', async () => {
		const key = { idempotencyKey: '=order-{{ $json.name }}' };
		expect(await ids('7', key)).toEqual(await ids('8', key));
		const [person] = people;
		const { outputs } = await sends.send(
			{ ...text, options: { idempotencyKey: 'same' } },
			person ? [person, person] : [],
		);
		expect(outputs.map((output) => output.length)).toEqual([1, 1]);
		expect(outputs[1]?.[0]).toMatchObject({
			pairedItem: { item: 1 },
			json: {
				reason: { category: 'validation', message: expect.stringContaining('Idempotency Key') },
			},
		});
	});

	it('of one key are others for another person: what is announced to all reaches all', async () => {
		const all = await ids('7', { idempotencyKey: 'spring-sale' });
		expect(new Set(all).size).toBe(people.length);
	});

	it.each(['messageId', 'idempotencyKey'])('an empty %s is refused, not made up', async (name) => {
		const { outputs } = await sends.send(
			{ ...text, options: { [name]: '={{ $json.nothing }}' } },
			people.slice(0, 1),
		);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			reason: { problems: [{ path: `options.${name}` }] },
		});
	});

	it('that the provider knows already mean that the message was accepted before', async () => {
		sends.answer = ({ json }) => {
			const messageId = firstId(asArray(asObject(json)['messages'])[0]);
			const status = {
				groupId: 5,
				groupName: 'REJECTED',
				id: 23,
				name: 'REJECTED_DUPLICATE_MESSAGE_ID',
			};
			return { status: 200, body: { messages: [{ messageId, status }] } };
		};
		const { outputs } = await sends.send(text, people.slice(0, 1));
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', duplicate: true });
	});
});

describe('options of the output', () => {
	it('a dry run sends nothing and shows requests without secrets', async () => {
		const { outputs } = await sends.send(
			{ ...text, options: { dryRun: true } },
			people.slice(0, 1),
		);
		expect(sends.requests).toHaveLength(0);
		const [item] = outputs[0] ?? [];
		expect(item?.json).toMatchObject({
			status: 'dryRun',
			message: { content: { kind: 'text', text: 'Hi One' } },
			requests: [{ headers: { Authorization: 'App ***' } }],
			curl: expect.stringContaining("curl -X POST 'http"),
		});
		expect(JSON.stringify(item)).not.toContain('secret-key');
	});

	it('keeps the input beside the result when asked to', async () => {
		const { outputs } = await sends.send(
			{ ...text, options: { includeInput: true, includeRaw: true } },
			people.slice(0, 1),
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			name: 'One',
			rcs: { status: 'accepted', raw: { status: { id: 26 } } },
		});
	});

	it('keeps the files of the input with its fields, and only then', async () => {
		const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
		const kept = async (includeInput: boolean) => {
			const items = people.slice(0, 1).map((json) => ({ json, binary }));
			const parameters = { ...text, options: { includeInput } };
			const { outputs } = await sends.send(parameters, [], { items });
			return outputs[0]?.[0]?.binary;
		};
		expect(await kept(true)).toEqual(binary);
		expect(await kept(false)).toBeUndefined();
	});
});
