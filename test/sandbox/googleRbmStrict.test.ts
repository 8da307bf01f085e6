import type { JsonObject } from '../../sandbox/json';
import { AGENT, BEARER, CONSOLE, phonePath, refused, sender, text, uuid } from './googleRbmWorld';
import { ANDROID, OFFLINE, SMS_ONLY, useSandbox } from './world';

const { call, oracle } = useSandbox();
const send = sender(call);

const chip = { reply: { text: 'Yes', postbackData: 'yes' } };
const action = (inner: JsonObject) => ({ action: { text: 'Go', postbackData: 'go', ...inner } });
const content = (more: JsonObject) => ({ contentMessage: more });
const withChips = (...suggestions: unknown[]) => content({ text: 'Hi', suggestions });
const picture = { contentInfo: { fileUrl: 'https://cdn.example.com/a.png' } };
const standalone = (cardContent: JsonObject) =>
	content({ richCard: { standaloneCard: { cardOrientation: 'VERTICAL', cardContent } } });
const carousel = (cardWidth: string, ...cardContents: unknown[]) =>
	content({ richCard: { carouselCard: { cardWidth, cardContents } } });
const card = { title: 'One' };

describe('sending', () => {
	it.each<[string, JsonObject]>([
		['text', { ...text(), messageTrafficType: 'TRANSACTION', ttl: '3.5s' }],
		['a file', content({ ...picture, suggestions: [chip] })],
		['a card', standalone({ ...card, media: { height: 'TALL', ...picture } })],
		['a carousel', carousel('SMALL', card, { description: 'Two' })],
		['a short number to dial', withChips(action({ dialAction: { phoneNumber: '1011' } }))],
	])('takes %s', async (_name, message) => {
		const { status, body } = await send(message);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			name: `phones/${ANDROID}/agentMessages/${uuid()}`,
			contentMessage: message['contentMessage'],
		});
	});

	it.each<[string, JsonObject, string]>([
		['nothing', {}, 'contentMessage'],
		['an empty content', content({}), 'contentMessage'],
		['a text beside a file', content({ text: 'Hi', ...picture }), 'contentMessage'],
		['a text of 3073', text('x'.repeat(3073)), 'contentMessage.text'],
		['an unknown field', { ...text(), colour: 'red' }, 'colour'],
		['a field of another provider', content({ text: 'Hi', type: 'TEXT' }), 'contentMessage.type'],
		['12 chips', withChips(...Array<object>(12).fill(chip)), 'contentMessage.suggestions'],
		[
			'a label of 26',
			withChips({ reply: { text: 'x'.repeat(26), postbackData: 'x' } }),
			'contentMessage.suggestions[0].reply.text',
		],
		[
			'a postback of 2049',
			withChips({ reply: { text: 'x', postbackData: 'x'.repeat(2049) } }),
			'contentMessage.suggestions[0].reply.postbackData',
		],
		['an action that does nothing', withChips(action({})), 'contentMessage.suggestions[0].action'],
		[
			'an action that does two things',
			withChips(action({ shareLocationAction: {}, dialAction: { phoneNumber: '1' } })),
			'contentMessage.suggestions[0].action',
		],
		[
			'a webview in a browser',
			withChips(action({ openUrlAction: { url: 'https://example.com', webviewViewMode: 'TALL' } })),
			'contentMessage.suggestions[0].action.openUrlAction.webviewViewMode',
		],
		[
			'a place and a search',
			withChips(action({ viewLocationAction: { latLong: { latitude: 0 }, query: 'x' } })),
			'contentMessage.suggestions[0].action.viewLocationAction',
		],
		['an empty card', standalone({}), 'contentMessage.richCard.standaloneCard.cardContent'],
		[
			'a picture without a height',
			standalone({ media: picture }),
			'contentMessage.richCard.standaloneCard.cardContent.media.height',
		],
		[
			'five buttons on a card',
			standalone({ ...card, suggestions: Array<object>(5).fill(chip) }),
			'contentMessage.richCard.standaloneCard.cardContent.suggestions',
		],
		[
			'a carousel of one',
			carousel('SMALL', card),
			'contentMessage.richCard.carouselCard.cardContents',
		],
		[
			'a carousel of eleven',
			carousel('MEDIUM', ...Array<object>(11).fill(card)),
			'contentMessage.richCard.carouselCard.cardContents',
		],
		[
			'a tall picture on a small card',
			carousel('SMALL', card, { media: { height: 'TALL', ...picture } }),
			'contentMessage.richCard.carouselCard.cardContents[1].media.height',
		],
		['a ttl that is a number', { ...text(), ttl: 5 }, 'ttl'],
		['a ttl of 16 days', { ...text(), ttl: '1382400s' }, 'ttl'],
		['a time that is over', { ...text(), expireTime: '2020-01-01T00:00:00Z' }, 'expireTime'],
		['two times', { ...text(), ttl: '5s', expireTime: '2030-01-01T00:00:00Z' }, 'expireTime'],
		['an unknown traffic type', { ...text(), messageTrafficType: 'SPAM' }, 'messageTrafficType'],
		[
			'a file that was not uploaded',
			content({ uploadedRbmFile: { fileName: 'files/none' } }),
			'contentMessage',
		],
	])('refuses %s', async (_name, message, field) => {
		const answer = await send(message);
		expect(answer).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
		expect(JSON.stringify(answer.body)).toContain(`"field":"${field}"`);
		expect(await oracle('google-rbm')).toEqual([]);
	});

	it('refuses what is wrong around the message', async () => {
		const post = (path: string, headers = BEARER) => call('POST', path, text(), headers);
		const path = phonePath('agentMessages');
		expect(await post(`${path}?agentId=${AGENT}`)).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
		expect(await send(text(), { id: 'no-uuid' })).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
		expect(await post(`${path}?messageId=${uuid()}`)).toMatchObject(
			refused(403, 'PERMISSION_DENIED'),
		);
		expect(await post(`${path}?messageId=${uuid()}&agentId=other`)).toMatchObject(
			refused(403, 'PERMISSION_DENIED'),
		);
		expect(await send(text(), { query: '&colour=red' })).toMatchObject(
			refused(400, 'INVALID_ARGUMENT'),
		);
		expect(await send(text(), { to: '447700900001' })).toMatchObject(
			refused(400, 'INVALID_ARGUMENT'),
		);
		const wrong = { authorization: 'Bearer x' };
		expect(await post(`${path}?messageId=${uuid()}&agentId=${AGENT}`, wrong)).toMatchObject(
			refused(401, 'UNAUTHENTICATED'),
		);
		expect(await oracle('google-rbm')).toEqual([]);
	});

	it('ignores an id it knows, in silence', async () => {
		const first = await send(text('First'), { to: OFFLINE });
		const again = await send(text('Second'), { to: OFFLINE });
		expect([first.status, again.status]).toEqual([200, 200]);
		expect(again.body['name']).toBe(first.body['name']);
		expect(await oracle('google-rbm')).toHaveLength(1);
	});

	it('finds nobody without RCS, and only testers before the launch', async () => {
		expect(await send(text(), { to: SMS_ONLY })).toMatchObject(refused(404, 'NOT_FOUND'));
		await call('PUT', `${CONSOLE}/launch`, { state: 'PENDING' });
		expect(await send(text())).toMatchObject(refused(403, 'PERMISSION_DENIED'));
		const query = `?agentId=${AGENT}`;
		const invited = await call('POST', phonePath('testers') + query, {}, BEARER);
		expect(invited.body).toEqual({ name: `phones/${ANDROID}/testers`, inviteStatus: 'PENDING' });
		expect((await send(text())).status).toBe(403);
		await call('PUT', `${CONSOLE}/testers/${ANDROID}`, { inviteStatus: 'ACCEPTED' });
		expect((await send(text())).status).toBe(200);
	});
});
