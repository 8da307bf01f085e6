import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { asObject, asString } from '../../core/json';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { useSendRcs } from './sends';

/** Preview: the message as it would arrive, drawn and never sent. */

const sends = useSendRcs();
const NAMES = ['android', 'ios', 'fallback'];

async function preview(
	parameters: IDataObject,
	items: IDataObject[] = [{}],
): Promise<INodeExecutionData[]> {
	const { outputs } = await sends.send(
		{ provider: 'infobip', operation: 'preview', to: '+447700900001', ...parameters },
		items,
	);
	expect(outputs[1]).toEqual([]);
	return outputs[0] ?? [];
}

const told = (item: INodeExecutionData | undefined) => asObject(item?.json['preview']);
const file = (item: INodeExecutionData | undefined, name: string): string =>
	Buffer.from(item?.binary?.[name]?.data ?? '', 'base64').toString();

const card = (title: string, more: IDataObject = {}): IDataObject => ({
	title,
	description: 'Waterproof, in your size',
	mediaUrl: 'https://shop.example.com/shoe.png',
	...more,
});
const carousel = (cards: IDataObject[]): IDataObject => ({
	messageType: 'carousel',
	cardsFrom: 'form',
	cards: { card: cards },
});
const withSms = { fallback: 'sms', fallbackText: 'Your shoe is on its way €' };

describe('a message', () => {
	it('is drawn for each look, with its fallback, and nothing is sent', async () => {
		const [item] = await preview(
			{ messageType: 'text', text: '=Hi {{ $json.name }}', ...withSms },
			[{ name: 'One' }],
		);
		expect(Object.keys(item?.binary ?? {})).toEqual(NAMES);
		for (const name of NAMES)
			expect(item?.binary?.[name]).toMatchObject({
				mimeType: 'image/svg+xml',
				fileName: `preview-${name}.svg`,
			});
		expect(file(item, 'android')).toContain('Hi One');
		expect(file(item, 'fallback')).toContain('Your shoe');
		expect(file(item, 'ios')).not.toBe(file(item, 'android'));
		expect(told(item)).toEqual({
			...{ valid: true, problems: [], changes: [] },
			sms: { encoding: 'GSM-7', units: 26, parts: 1 },
		});
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(sends.requests).toEqual([]);
	});

	it('is drawn for every item in its order', async () => {
		const items = await preview({ messageType: 'text', text: '={{ $json.text }}' }, [
			{ text: 'First' },
			{ text: 'Second' },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items.map((item) => /First|Second/.exec(file(item, 'android'))?.[0])).toEqual([
			'First',
			'Second',
		]);
	});

	it('may be for nobody, and for nobody wrong', async () => {
		const text = { messageType: 'text', text: 'Hi' };
		expect(told((await preview({ ...text, to: '' }))[0])).toMatchObject({ valid: true });
		expect(told((await preview({ ...text, to: '12' }))[0])).toMatchObject({
			valid: false,
			problems: [{ path: 'to' }],
		});
	});

	it('needs no consent check, whatever was chosen for sending', async () => {
		const [item] = await preview({ messageType: 'text', text: 'Hi', consentCheck: 'service' });
		expect(told(item)['valid']).toBe(true);
	});

	it('is drawn as chosen', async () => {
		const [item] = await preview({
			...{ messageType: 'text', text: 'Hi', ...withSms },
			previewOptions: {
				...{ agentName: 'Shoe & Co', agentColor: '#b3541e', looks: ['ios'], theme: 'dark' },
				...{ format: 'both', htmlInJson: false },
			},
		});
		expect(Object.keys(item?.binary ?? {})).toEqual(['ios', 'iosHtml']);
		expect(item?.binary?.['iosHtml']).toMatchObject({
			...{ mimeType: 'text/html', fileName: 'preview-ios.html' },
		});
		expect(file(item, 'iosHtml')).toContain('data-theme="dark"');
		expect(file(item, 'iosHtml')).toContain('Shoe &amp; Co');
		expect(item?.json).not.toHaveProperty('html');
	});

	it('is one page of all looks in the JSON', async () => {
		const [item] = await preview({ messageType: 'text', text: 'Hi', ...withSms });
		const html = asString(item?.json['html']) ?? '';
		expect(html).toMatch(/^<!doctype html>/);
		expect(html.match(/class="rcs-handset /g)).toHaveLength(3);
		expect(html).not.toContain('<script');
		// n8n's HTML node leaves classes and styles of a page, and neither other attributes nor buttons.
		expect(/<style>.*<\/style>/s.exec(html)?.[0]).not.toContain('[data-');
		expect(html).toContain('rcs-look-is-android');
		expect(html).not.toContain('<button');
	});
});

describe('what is wrong', () => {
	it('is marked in the picture, with what a downgrade would do', async () => {
		const long = 'Shoe '.repeat(50);
		const [item] = await preview(carousel([card(long), card('Boot')]));
		expect(told(item)).toMatchObject({
			valid: false,
			problems: [{ path: 'content.cards.0.title', limit: 200, actual: 250 }],
			changes: [],
			ifDowngraded: { valid: true, changes: [{ path: 'content.cards.0.title', action: 'cut' }] },
		});
		const html = asString(item?.json['html']) ?? '';
		expect(html).toMatch(/data-path="content\.cards\.0\.title"[^>]*rcs-marked-bad/);
		expect(html).toContain('has 250 characters, but Infobip takes at most 200');
		expect(file(item, 'android')).toContain('takes at most 200');
	});

	it('is cut and dropped with Downgrade, as sending would', async () => {
		const [item] = await preview({
			...carousel([card('Shoe '.repeat(50)), card('Boot')]),
			ifNotSupported: 'downgrade',
		});
		expect(told(item)).toMatchObject({
			valid: true,
			problems: [],
			changes: [{ path: 'content.cards.0.title', action: 'cut' }],
		});
		expect(told(item)).not.toHaveProperty('ifDowngraded');
	});

	it('that Downgrade cannot mend says nothing of what Downgrade would do', async () => {
		const empty = { messageType: 'text', text: '' };
		const [mended, asked] = [
			told((await preview({ ...empty, ifNotSupported: 'fail' }))[0]),
			told((await preview({ ...empty, ifNotSupported: 'downgrade' }))[0]),
		];
		expect(mended).toMatchObject({ valid: false, ifDowngraded: { valid: false } });
		expect(asked).toMatchObject({ valid: false, problems: [{ path: 'content.text' }] });
		expect(asked).not.toHaveProperty('ifDowngraded');
	});

	it('tells what is left out of what was given, and of a list what became no card', async () => {
		const fallback = [{ channel: 'whatsapp', senderId: 'Shop', templateId: 'shoe' }];
		const message = { content: { kind: 'text', text: 'Hi' }, fallback };
		const [bare] = await preview({
			...{ messageType: 'json', messageJson: message, ifNotSupported: 'downgrade' },
		});
		expect(Object.keys(bare?.binary ?? {})).toEqual(['android', 'ios']);
		const note = 'Left out: Infobip has no fallback to WHATSAPP';
		for (const name of ['android', 'ios']) expect(file(bare, name)).toContain(note);
		const [list] = await preview({
			...{ messageType: 'carousel', cardsFrom: 'list', listLimit: 2, listTitle: '{{name}}' },
			listItems: ['One', 'Two', 'Three'].map((name) => ({ name })),
		});
		expect(told(list)['changes']).toEqual([
			expect.objectContaining({ path: 'content.cards', action: 'cut' }),
		]);
		expect(file(list, 'android')).toContain('The list has 3 entries');
	});

	it('in an expression is told of its item, and the others are drawn', async () => {
		const text = '={{ $json.at.toDateTime().toISO() }}';
		const items = await preview({ messageType: 'text', text }, [
			{ at: 'never' },
			{ at: '2030-01-01' },
		]);
		expect(told(items[0])).toMatchObject({ valid: false, problems: [{ path: 'expression' }] });
		expect(items[0]).not.toHaveProperty('binary');
		expect(file(items[1], 'ios')).toContain('2030-01-01');
	});

	it('as a color is not taken', async () => {
		const drawnWith = async (agentColor: string) => {
			const looks = { previewOptions: { agentColor, format: 'html', looks: ['android'] } };
			const [item] = await preview({ messageType: 'text', text: 'Hi', ...looks });
			return file(item, 'android');
		};
		expect(await drawnWith('red;background:url(x)')).toBe(await drawnWith('#0f5bd7'));
	});

	it.each<[string, IDataObject, string]>([
		['a phone number that is none', { to: 'nobody' }, 'to'],
		['an option that is not filled in', { options: { messageId: '' } }, 'options.messageId'],
	])('beside the content is told, and the content drawn: %s', async (_name, parameters, path) => {
		const [item] = await preview({ messageType: 'text', text: 'Still here', ...parameters });
		expect(told(item)).toMatchObject({ valid: false, problems: [{ path }] });
		expect(file(item, 'android')).toContain('Still here');
	});

	it('in JSON leaves nothing to draw, and the other items as they are', async () => {
		const items = await preview({ messageType: 'json', messageJson: '={{ $json.message }}' }, [
			{ message: '{"kind": "text"' },
			{ message: { kind: 'text', text: 'Fine' } },
		]);
		expect(told(items[0])).toMatchObject({ valid: false, problems: [{ path: 'content' }] });
		expect(items[0]).not.toHaveProperty('binary');
		expect(file(items[1], 'ios')).toContain('Fine');
	});
});

describe('pictures', () => {
	let server: RecordingServer;
	let answer: (request: Recorded) => Reply;
	const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
	const picture = (): Reply => ({ headers: { 'content-type': 'image/png' }, bytes: png });
	beforeAll(async () => {
		server = await recordingServer((request) => answer(request));
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.requests.length = 0;
		answer = picture;
	});
	const shown = (cards: IDataObject[], includePictures = true) =>
		preview({ ...carousel(cards), previewOptions: { includePictures } });
	const large: Reply = {
		headers: { 'content-type': 'image/png' },
		bytes: Buffer.alloc(2 * 1024 * 1024 - 1),
	};
	const cardAt = (path: string) => ({ title: 'Shoe', media: { url: `${server.url}${path}` } });
	const previewJson = (contents: IDataObject[], htmlInJson = false) =>
		preview(
			{
				...{ messageType: 'json', messageJson: '={{ $json }}' },
				previewOptions: { includePictures: true, looks: ['android'], htmlInJson },
			},
			contents.map((content) => ({ content })),
		);
	const at = (path: string) => card('Shoe', { mediaUrl: `${server.url}${path}` });

	it('are asked for only when they are wanted', async () => {
		await shown([at('/a.png'), at('/b.png')], false);
		expect(server.requests).toEqual([]);
	});

	it('are downloaded once each, without the credential, and embedded', async () => {
		const [item] = await shown([at('/a.png'), at('/a.png'), at('/b.png')]);
		expect(server.requests.map(({ path }) => path).sort()).toEqual(['/a.png', '/b.png']);
		expect(JSON.stringify(server.requests)).not.toContain('secret-key');
		const embedded = `data:image/png;base64,${png.toString('base64')}`;
		expect(file(item, 'android')).toContain(embedded);
		expect(item?.json['html']).toContain(embedded);
		expect(item?.json['html']).not.toContain(`src="${server.url}`);
		expect(told(item)).not.toHaveProperty('notes');
	});

	it.each<[string, Reply, RegExp]>([
		['that is not there', { status: 404 }, /HTTP 404/],
		['that is no picture', { body: { no: 'picture' } }, /no picture but application\/json/],
		[
			'that is too large',
			{ headers: { 'content-type': 'image/png' }, bytes: Buffer.alloc(2 * 1024 * 1024 + 1) },
			/more than 2 MB/,
		],
		['whose server hangs up', { hangUp: true }, /did not answer/],
	])('%s: a note and a grey box stand for it', async (_name, reply, note) => {
		answer = () => reply;
		const [wrong] = await shown([at('/c.png?key=secret'), at('/c.png?key=secret')]);
		expect(told(wrong)['notes']).toEqual([expect.stringMatching(note)]);
		expect(told(wrong)['notes']).toEqual([expect.stringContaining('content.cards.0.media')]);
		expect(JSON.stringify(told(wrong))).not.toContain('key=secret');
		expect(wrong?.json['html']).toContain('data:image/svg+xml;base64,');
	});

	it('are asked for once a run, also those that do not come', async () => {
		answer = ({ path }) => (path === '/gone.png' ? { status: 404 } : picture());
		const message = { kind: 'carousel', cards: ['/a.png', '/gone.png'].map(cardAt) };
		const items = await previewJson([message, message, message]);
		expect(server.requests.map(({ path }) => path).sort()).toEqual(['/a.png', '/gone.png']);
		const notes = items.map((item) => told(item)['notes']);
		expect(notes).toEqual(items.map(() => [expect.stringMatching(/cards\.1\.media.*HTTP 404/)]));
		for (const item of items) expect(file(item, 'android')).toContain('data:image/png;base64,');
	});

	it.each([
		['all together', ['/a.png', '/b.png', '/c.png'], 'content.cards.2.media'],
		['as often as they are shown', ['/a.png', '/a.png', '/a.png'], 'content.cards.0.media'],
	])('of more than 5 MB an item, %s, are not embedded', async (_name, paths, left) => {
		answer = () => large;
		const [item] = await previewJson([{ kind: 'carousel', cards: paths.map(cardAt) }]);
		expect(told(item)['notes']).toEqual([
			expect.stringContaining(
				`${left} is not shown: The pictures of a message have more than 5 MB`,
			),
		]);
		expect(file(item, 'android').length).toBeLessThan(8 * 1024 * 1024);
	});

	it('of more than 20 MB a run are not embedded, and then not asked for', async () => {
		answer = () => large;
		const pair = (i: number) => ({
			kind: 'carousel',
			cards: [cardAt(`/${i}a.png`), cardAt(`/${i}b.png`)],
		});
		const items = await previewJson(Array.from({ length: 8 }, (_, i) => pair(i)));
		const shown = items.filter((item) => told(item)['notes'] === undefined);
		expect(shown.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
		expect(told(items[7])['notes']).toEqual(
			[0, 1].map(() => expect.stringContaining('The pictures of a run have more than 20 MB')),
		);
		expect(server.requests.length).toBeLessThanOrEqual(12);
	});

	it('leave no page in the JSON that is larger than 1 MB', async () => {
		answer = () => large;
		const content = { kind: 'file', file: { url: `${server.url}/a.png` } };
		const [item] = await previewJson([content], true);
		expect(item?.json).not.toHaveProperty('html');
		expect(told(item)['notes']).toEqual([
			'The page of all looks has more than 1 MB, and is not in the JSON',
		]);
		expect(file(item, 'android').length).toBeGreaterThan(2 * 1024 * 1024);
	});

	it('that are in the message already are not asked for', async () => {
		const logoUrl = `data:image/png;base64,${png.toString('base64')}`;
		const [item] = await preview({
			...{ messageType: 'text', text: 'Hi' },
			previewOptions: { includePictures: true, logoUrl },
		});
		expect(told(item)).not.toHaveProperty('notes');
		expect(file(item, 'android')).toContain(logoUrl);
	});

	it('after the first 20 are not asked for', async () => {
		const mediaUrls = Array.from({ length: 21 }, (_, i) => ({ url: `${server.url}/${i}.png` }));
		const mms = { channel: 'mms', mediaUrls: mediaUrls.map(({ url }) => url) };
		const message = { content: { kind: 'text', text: 'Hi' }, fallback: [mms] };
		const [item] = await preview({
			...{ messageType: 'json', messageJson: message },
			previewOptions: { includePictures: true },
		});
		expect(server.requests).toHaveLength(20);
		expect(told(item)['notes']).toEqual(['Pictures after the first 20 are not shown']);
	});
});
