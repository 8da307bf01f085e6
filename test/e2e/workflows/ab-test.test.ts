import { asObject } from '../../../core/json';
import { until } from '../../../scripts/n8n/until';
import type { PhoneEntry } from '../../../scripts/world/phone';
import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { count, eventsToConnectors, outcomes } from '../support/figures';
import { outputs } from '../support/workflows';
import { arrived, phones } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('ab-test');
eventsToConnectors();

interface Card {
	title: string;
	url?: string;
}
const list = sample<{ campaign: string; recipients: string[]; cards: Record<'A' | 'B', Card> }>(
	'ab-recipients',
);
const cards = { A: list.cards.A.title, B: list.cards.B.title };

interface Campaign {
	/** Answers of other workflows have none. */
	campaign: string | null;
	delivered: number;
	replied: number;
}

const start = () =>
	workflow.startedBy(() => call('ab-test', { ...list, owner: phones.android.number }));
const cardOf = ({ content }: PhoneEntry) => (content as { card?: { title: string } }).card?.title;
const buttonsOf = ({ content }: PhoneEntry) =>
	(content as { card?: { suggestions?: { url: string }[] } }).card?.suggestions ?? [];

beforeAll(async () => {
	for (const phone of list.recipients) {
		await newPhone(Number(phone.slice(-2)));
		const agreed = { state: 'optedIn', origin: 'person', source: 'form' };
		await service.post('/v1/consent', { statements: [{ phone, ...agreed }] });
	}
});

it('gives each person one of two cards, the same one whenever the list is sent again', async () => {
	const first = await start();
	expect(first.status).toBe('success');
	const chips = [{ text: 'I like it' }, { text: 'Stop offers' }];
	const got = new Map<string, string | undefined>();
	for (const number of list.recipients) {
		const phone = await newPhone(Number(number.slice(-2)));
		const card = await phone.receives('The card', (entry) => arrived(entry));
		expect(card.content).toMatchObject({ suggestions: chips });
		got.set(number, cardOf(card));
		const { url } = cardOf(card) === cards.A ? list.cards.A : list.cards.B;
		expect(buttonsOf(card).map((button) => button.url)).toEqual(url === undefined ? [] : [url]);
		if (cardOf(card) === cards.A) await phone.tap(card.id, `ab:${list.campaign}/A:like`);
	}
	expect(new Set(got.values())).toEqual(new Set(Object.values(cards)));
	const again = await start();
	const sent = ['Send Card A', 'Send Card B'].flatMap((name) => outputs(again, name)[0] ?? []);
	expect(sent.map(({ json }) => asObject(json['rcs'])['duplicate'])).toEqual(
		list.recipients.map(() => true),
	);
	const campaigns = await until(90_000, 'the service to hear of all', async () => {
		const answer = await service.get<{ campaigns: Campaign[] }>('/v1/page/campaigns?zone=UTC');
		const all = answer.campaigns.filter(({ campaign }) => campaign?.startsWith(list.campaign));
		const delivered = all.reduce((sum, one) => sum + one.delivered, 0);
		const replied = all.reduce((sum, one) => sum + one.replied, 0);
		const inA = [...got.values()].filter((card) => card === cards.A).length;
		return delivered === list.recipients.length && replied === inA ? all : undefined;
	});
	expect(campaigns.map(({ campaign }) => campaign).sort()).toEqual([
		'spring-sale/A',
		'spring-sale/B',
	]);
});

it('sends no card without consent', async () => {
	const phone = await newPhone(39);
	const execution = await workflow.startedBy(() =>
		call('ab-test', { ...list, campaign: 'no-consent', recipients: [phone.number] }),
	);
	expect(outputs(execution, 'Not Sent')[0]).toHaveLength(1);
	expect(await phone.texts()).toEqual([]);
});

it('says that a difference may be chance, and which card won, with the numbers', async () => {
	const few = await workflow.run('Compare Now');
	expect(few.status).toBe('success');
	const verdicts = (outputs(few, 'Say Who Won')[0] ?? []).map(({ json }) => json);
	expect(verdicts.map(({ campaign, winner }) => [campaign, winner])).toEqual([
		[list.campaign, 'none'],
		['no-consent', 'none'],
	]);
	expect(outputs(few, 'Tell the Owner')).toEqual([]);
	const at = new Date().toISOString();
	const of = (campaign: string, name: string, replied: number) =>
		outcomes(200, {
			...{ campaignId: `${campaign}/${name}`, at, replied },
			prefix: `${campaign}-${name}`,
		});
	for (const campaign of [list.campaign, 'no-consent']) {
		await count(service, of(campaign, 'A', 20));
		await count(service, of(campaign, 'B', 60));
	}
	const execution = await workflow.run('Compare Now');
	const [told, silent] = outputs(execution, 'Say Who Won')[0] ?? [];
	const { deliveredA, engagedA, deliveredB, engagedB, winner, text } = told?.json ?? {};
	expect({ winner, engagedB }).toEqual({ winner: 'B', engagedB: 60 });
	expect(Number(deliveredA) + Number(deliveredB)).toBe(400 + list.recipients.length);
	expect(Number(engagedA)).toBe(20 + Number(deliveredA) - 200);
	expect(text).toContain('spring-sale: card B won. Answered or clicked, of those delivered: A ');
	const message = await phones.android.receives('The result', (entry) =>
		textOf(entry).includes('card B won'),
	);
	expect(textOf(message)).toBe(text);
	expect(silent?.json).toMatchObject({ campaign: 'no-consent', winner: 'B', owner: '' });
	expect(outputs(execution, 'Tell the Owner')[0]).toHaveLength(1);
	const again = await workflow.run('Compare Now');
	expect(outputs(again, 'Still Open')[0]).toEqual([]);
});
