import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { asArray, asObject } from '../../core/json';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

const nodeType = new SendRcs();
const goOn = { settings: { onError: 'continueRegularOutput' } } as const;
let provider: RecordingServer;
/** `count` is 1 for the first request. */
let answer: (request: Recorded, count: number) => Reply;

beforeAll(async () => {
	provider = await recordingServer((request, index) => answer(request, index + 1));
});
afterAll(() => provider.stop());
beforeEach(() => {
	provider.requests.length = 0;
	answer = accept;
});

/** Accepts as both providers do. */
function accept({ json }: Recorded): Reply {
	const messages = asArray(asObject(json)['messages']);
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const ids = messages.map((message) => firstId(message));
	if (ids.length === 0) return { status: 200, body: { state: 'QUEUED', name: 'conversations/x' } };
	return {
		status: 200,
		body: { bulkId: 'b', messages: ids.map((messageId) => ({ messageId, status })) },
	};
}

function firstId(message: unknown): unknown {
	return asObject(asArray(asObject(message)['destinations'])[0])['messageId'];
}

const infobip = () => ({
	rcsInfobipApi: {
		baseUrl: provider.url,
		authentication: 'apiKey',
		apiKey: 'secret-key',
		agent: 'DemoShop',
	},
});
const conversation = () => ({
	rcsConversationApi: { baseUrl: `${provider.url}/`, token: 'secret-token' },
});

const text = {
	provider: 'infobip',
	to: '={{ $json.phone }}',
	messageType: 'text',
	text: '=Hi {{ $json.name }}',
};
const people = [
	{ phone: '+447700900001', name: 'One' },
	{ phone: '+447700900002', name: 'Two' },
	{ phone: '+447700900003', name: 'Three' },
];

async function send(
	parameters: IDataObject,
	items: IDataObject[],
	more: Partial<Parameters<typeof runNode>[0]> = {},
): Promise<{ outputs: INodeExecutionData[][]; hints: NodeExecutionHint[] }> {
	const hints: NodeExecutionHint[] = [];
	const credentials = parameters['provider'] === 'conversation' ? conversation() : infobip();
	const outputs = await runNode({
		nodeType,
		parameters: parameters as INodeParameters,
		items: items.map((json) => ({ json })),
		credentials,
		hints,
		...more,
	});
	return { outputs, hints };
}

function bodies(): unknown[] {
	return provider.requests.map(({ json }) => json);
}

describe('what arrives at the provider', () => {
	it('is one bulk call for many items at Infobip', async () => {
		const { outputs } = await send(text, people);
		expect(provider.requests).toHaveLength(1);
		expect(provider.requests[0]).toMatchObject({
			method: 'POST',
			path: '/rcs/2/messages',
			headers: { authorization: 'App secret-key', 'content-type': 'application/json' },
		});
		expect(bodies()[0]).toEqual({
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
		answer = (request) => {
			inFlight += 1;
			most = Math.max(most, inFlight);
			setImmediate(() => (inFlight -= 1));
			return accept(request);
		};
		const parameters = { ...text, provider: 'conversation', options: { concurrency: 4 } };
		const { outputs } = await send(parameters, many);
		expect(provider.requests).toHaveLength(25);
		expect(most).toBeLessThanOrEqual(4);
		expect(outputs[0]?.map(({ json }) => json['to'])).toEqual(many.map(({ phone }) => phone));
		expect(provider.requests[0]?.headers.authorization).toBe('Bearer secret-token');
		expect(provider.requests[0]?.path).toBe('/v1/messages');
	});

	it('is a card with everything the form says', async () => {
		await send(
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
		expect(bodies()).toEqual([
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
		await send(parameters, [{ cart: ['a', 'b', 'c'].map(entry) }, { cart: [entry('d')] }]);
		const [carousel, card] = asArray(asObject(bodies()[0])['messages']).map(
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
		await send(parameters, [
			{ ...people[0], at },
			{ ...people[1], at: '' },
		]);
		const options = bodies().map((body) => asObject(body)['options']);
		expect(options).toEqual([
			{ schedule: { sendAt: expect.stringContaining(at.slice(0, 19)) } },
			undefined,
		]);
	});
});

describe('message ids', () => {
	const ids = async (executionId: string, options: IDataObject = {}) => {
		const { outputs } = await send({ ...text, options }, people, { executionId });
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
			const { outputs } = await send(text, people, { executionId: '7', runIndex });
			return outputs[0]?.map(({ json }) => json['messageId']);
		};
		expect(await round(1)).not.toEqual(await round(0));
	});

	it('come from the idempotency key, whatever the execution; a key used twice in a run is refused', async () => {
		const key = { idempotencyKey: '=order-{{ $json.name }}' };
		expect(await ids('7', key)).toEqual(await ids('8', key));
		const { outputs } = await send(
			{ ...text, options: { idempotencyKey: 'same' } },
			people.slice(0, 2),
		);
		expect(outputs.map((output) => output.length)).toEqual([1, 1]);
		expect(outputs[1]?.[0]).toMatchObject({
			pairedItem: { item: 1 },
			json: { reason: { category: 'validation' } },
		});
	});

	it('that the provider knows already mean that the message was accepted before', async () => {
		answer = ({ json }) => {
			const messageId = firstId(asArray(asObject(json)['messages'])[0]);
			const status = {
				groupId: 5,
				groupName: 'REJECTED',
				id: 23,
				name: 'REJECTED_DUPLICATE_MESSAGE_ID',
			};
			return { status: 200, body: { messages: [{ messageId, status }] } };
		};
		const { outputs } = await send(text, people.slice(0, 1));
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', duplicate: true });
	});
});

describe('bad input', () => {
	const card = (title: string) => ({ kind: 'card', card: { title } });
	const chip = (label: string) => ({
		kind: 'text',
		text: 'Hello',
		suggestions: [{ type: 'reply', text: label }],
	});
	const good = { phone: '+447700900001', content: { kind: 'text', text: 'Good' } };
	const bad: [string, IDataObject, string][] = [
		['no phone', { ...good, phone: '' }, 'to is empty'],
		['a phone that is no phone', { ...good, phone: 'call me' }, 'to must be a phone number'],
		[
			'a title of 201',
			{ ...good, content: card('x'.repeat(201)) },
			'has 201 characters, but Infobip takes at most 200',
		],
		[
			'eleven cards',
			{
				...good,
				content: { kind: 'carousel', cards: Array.from({ length: 11 }, () => ({ title: 'x' })) },
			},
			'has 11 entries, but Infobip takes at most 10',
		],
		[
			'a chip of 26 with an emoji',
			{ ...good, content: chip(`${'x'.repeat(25)}😀`) },
			'has 26 characters, but Infobip takes at most 25',
		],
		[
			'a link to nowhere',
			{ ...good, content: { kind: 'file', file: { url: 'http:' } } },
			'content.file.url must be a full web address',
		],
		[
			'a misspelt field',
			{ ...good, content: { kind: 'text', txt: 'x' } },
			'content.text is missing',
		],
		['no JSON object', { ...good, content: 'hello' }, 'does not hold a JSON object'],
	];
	const parameters = {
		provider: 'infobip',
		to: '={{ $json.phone }}',
		messageType: 'json',
		messageJson: '={{ $json.content }}',
	};

	it('leaves by Not Sent, on the right item, with what to do; the others are sent', async () => {
		const items = bad.flatMap(([, item]) => [good, item]);
		const { outputs, hints } = await send(parameters, items);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			bad.map((_, i) => ({ item: 2 * i })),
		);
		expect(asArray(asObject(bodies()[0])['messages'])).toHaveLength(bad.length);
		for (const [i, [, , words]] of bad.entries()) {
			const item = outputs[1]?.[i];
			expect(item?.pairedItem).toEqual({ item: 2 * i + 1 });
			expect(item?.json).toMatchObject({
				status: 'notSent',
				reason: {
					category: 'validation',
					message: expect.stringContaining(words),
					advice: expect.any(String),
				},
			});
			expect(item?.json).not.toHaveProperty('error');
		}
		expect(hints).toMatchObject([
			{ message: expect.stringContaining(`${bad.length} of ${items.length}`) },
		]);
	});

	it('of 25 code points with an emoji is none', async () => {
		const { outputs } = await send(parameters, [{ ...good, content: chip(`${'x'.repeat(24)}😀`) }]);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	});

	it('is cut and reported when the user chose to downgrade', async () => {
		const items = [{ ...good, content: card('x'.repeat(201)) }];
		const { outputs } = await send({ ...parameters, ifNotSupported: 'downgrade' }, items);
		expect(outputs[0]?.[0]?.json['changes']).toMatchObject([
			{ path: 'content.card.title', action: 'cut' },
		]);
	});
});

describe('failures of the provider', () => {
	const one = people.slice(0, 1);
	const quick = { ...text, options: { retries: 0 } };
	const failure = (run: ReturnType<typeof send>) =>
		run.then(
			() => Promise.reject(new Error('The node did not fail')),
			(error: unknown) => asObject(error),
		);

	it.each([
		[401, 'Invalid login details', /credential/],
		[403, 'Not allowed', /permission/],
		[500, 'Something happened', /later/],
	])('fail the node with %i, its words and what to do', async (status, words, advice) => {
		answer = () => ({ status, body: { errorCode: 'E1', description: words } });
		const error = await failure(send(quick, one));
		expect(error).toMatchObject({
			message: expect.stringContaining(words),
			description: expect.stringMatching(advice),
			httpCode: String(status),
			context: { itemIndex: 0 },
		});
		expect(JSON.stringify(error)).not.toContain('secret-key');
	});

	it('leave by Not Sent when the workflow should go on', async () => {
		answer = () => ({ status: 401, body: {} });
		const { outputs } = await send(quick, people, goOn);
		expect(outputs[1]?.map(({ json }) => asObject(json['reason'])['category'])).toEqual([
			'auth',
			'auth',
			'auth',
		]);
	});

	it('do not fail the node when other messages were sent', async () => {
		answer = (request, count) => (count === 2 ? { status: 500 } : accept(request));
		const { outputs } = await send(
			{ ...quick, provider: 'conversation', options: { retries: 0, concurrency: 1 } },
			people,
		);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }],
		]);
	});

	it('name the host that does not answer', async () => {
		const closed = await recordingServer(accept);
		await closed.stop();
		const credentials = { rcsInfobipApi: { ...infobip().rcsInfobipApi, baseUrl: closed.url } };
		const error = await failure(send(quick, one, { credentials }));
		expect(error).toMatchObject({
			message: expect.stringMatching(/^No connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/),
			description: expect.stringContaining('base URL'),
		});
	});

	it('of the rate limit are waited out as long as Retry-After says', async () => {
		const times: number[] = [];
		answer = (request, count) => {
			times.push(Date.now());
			return count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : accept(request);
		};
		const { outputs } = await send(text, one);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
		expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
	});

	it('that cut the connection are repeated with the same id where ids are recognised', async () => {
		answer = (request, count) => (count === 1 ? { hangUp: true } : accept(request));
		const { outputs } = await send({ ...text, options: { retries: 1 } }, one);
		expect(outputs[0]).toHaveLength(1);
		expect(bodies()[1]).toEqual(bodies()[0]);
	});

	it('keep their words when n8n has words of its own for the code', async () => {
		answer = () => ({ hangUp: true });
		const { outputs } = await send({ ...quick, provider: 'conversation' }, one);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: expect.stringMatching(/ended before it answered \(ECONNRESET\)$/),
			advice: expect.stringContaining('may have been sent'),
		});
	});

	it('do not fail the node when a message may have left, because a retry would send it again', async () => {
		answer = (_, count) => (count === 1 ? { hangUp: true } : { status: 401 });
		const parameters = { ...quick, provider: 'conversation' };
		const { outputs } = await send(parameters, people.slice(0, 2));
		expect(outputs[1]?.map(({ json }) => json['status'])).toEqual(['unknown', 'notSent']);
	});

	it('are no success where the provider does not recognise ids: 409 is a refusal', async () => {
		answer = () => ({ status: 409, body: { error: 'The conversation is closed' } });
		const { outputs } = await send({ ...quick, provider: 'conversation' }, one);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: 'The conversation is closed',
		});
	});

	it('over one message of a bulk call do not hold up the others', async () => {
		answer = (request) => {
			const wrong = request.body.includes('"Hi Two"');
			return wrong ? { status: 400, body: { description: 'Bad request' } } : accept(request);
		};
		const { outputs } = await send(text, people);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }],
		]);
	});

	it('that cut the connection are unknown, and not repeated, where ids are not', async () => {
		answer = () => ({ hangUp: true });
		const { outputs } = await send({ ...text, provider: 'conversation' }, one, goOn);
		expect(provider.requests).toHaveLength(1);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			status: 'unknown',
			reason: { category: 'unknownOutcome' },
		});
	});
});

describe('fields filled in by expressions', () => {
	const refusals = async (parameters: IDataObject, items: IDataObject[] = [people[0] ?? {}]) => {
		const { outputs } = await send(parameters, items);
		return outputs[1]?.map(({ json }) => asObject(json['reason'])['message']);
	};

	it.each([
		[{ validity: '2 hours' }, "The option 'validity' must be a number"],
		[{ trackClicks: 'maybe' }, "The option 'trackClicks' must be true or false"],
		[{ placeholders: '{bad json' }, "The option 'placeholders' must be a JSON object"],
		[{ providerOptions: '[1]' }, "The option 'providerOptions' must be a JSON object"],
		[{ placeholders: '{}' }, 'needs a value for the placeholder "name"'],
		[{ scheduleAt: '2020-01-01T00:00:00Z' }, 'schedule.at is in the past'],
	])('%j is refused with its name', async (options, words) => {
		const parameters = { ...text, text: 'Hi {{name}}', options };
		expect(await refusals(parameters)).toEqual([expect.stringContaining(words)]);
		expect(provider.requests).toHaveLength(0);
	});

	it('name a fallback that does not exist, and a list that is none', async () => {
		expect(await refusals({ ...text, fallback: 'fax' })).toEqual([
			"The field 'Fallback' must be one of none, sms, mms",
		]);
		const list = { messageType: 'carousel', cardsFrom: 'list', listItems: 'x', listTitle: '{a}' };
		expect(await refusals({ ...text, ...list })).toEqual(["The field 'List' does not hold a list"]);
	});

	it('fail for their own item only', async () => {
		const parameters = { ...text, text: '={{ $json.at.toDateTime().toISO() }}' };
		const items = [
			{ ...people[0], at: '2030-01-01' },
			{ ...people[1], at: 'never' },
		];
		const { outputs } = await send(parameters, items);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }],
			[{ item: 1 }],
		]);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: expect.stringContaining('An expression of this item failed'),
		});
	});

	it('decide for each item whether it is a dry run', async () => {
		const options = { dryRun: '={{ $json.name === "Two" }}' };
		const { outputs } = await send({ ...text, options }, people);
		expect(outputs[0]?.map(({ json }) => json['status'])).toEqual([
			'accepted',
			'dryRun',
			'accepted',
		]);
		expect(asArray(asObject(bodies()[0])['messages'])).toHaveLength(2);
	});
});

describe('options of the output', () => {
	it('a dry run sends nothing and shows requests without secrets', async () => {
		const { outputs } = await send({ ...text, options: { dryRun: true } }, people.slice(0, 1));
		expect(provider.requests).toHaveLength(0);
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
		const { outputs } = await send(
			{ ...text, options: { includeInput: true, includeRaw: true } },
			people.slice(0, 1),
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			name: 'One',
			rcs: { status: 'accepted', raw: { status: { id: 26 } } },
		});
	});
});
