import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { people, text, useSendRcs } from './sends';

/** Send RCS with what the item says of the person's consent, and no service. */

const sends = useSendRcs();
const [ann = { phone: '' }, bob = { phone: '' }] = people;

const checked = (parameters: IDataObject = {}, options: IDataObject = {}) => ({
	...{ ...text, consentCheck: 'item', consent: '={{ $json.consent }}', purpose: 'marketing' },
	...{ rules: { quietHours: 'off' }, ...parameters },
	options: { retries: 0, ...options },
});

async function send(
	parameters: IDataObject,
	items: IDataObject[],
	more: Parameters<typeof sends.send>[2] = {},
) {
	const { outputs } = await sends.send(parameters, items, more);
	const [sent = [], stopped = []] = outputs;
	return { sent, stopped, reasons: stopped.map(({ json }) => asObject(json['reason'])) };
}

/** `sent`, or the rule or category that stopped it. */
async function outcome(consent: unknown, purpose = 'marketing', rules: IDataObject = {}) {
	const parameters = checked({ purpose, rules: { quietHours: 'off', ...rules } });
	const items = [{ ...ann, ...(consent === undefined ? {} : { consent }) } as IDataObject];
	const { sent, reasons } = await send(parameters, items);
	return sent.length === 1 ? 'sent' : (reasons[0]?.['rule'] ?? reasons[0]?.['category']);
}

it.each([
	['optedIn', 'sent', 'sent'],
	['opted_in', 'sent', 'sent'],
	['Opted In', 'sent', 'sent'],
	['opt-in', 'sent', 'sent'],
	[true, 'sent', 'sent'],
	['TRUE', 'sent', 'sent'],
	[1, 'sent', 'sent'],
	[{ state: 'optedIn' }, 'sent', 'sent'],
	[{ status: 'optedIn' }, 'sent', 'sent'],
	['optedOut', 'optedOut', 'optedOut'],
	['opted_out', 'optedOut', 'optedOut'],
	[false, 'optedOut', 'optedOut'],
	['no', 'optedOut', 'optedOut'],
	['pending', 'pending', 'sent'],
	['none', 'notOptedIn', 'sent'],
	['unknown', 'notOptedIn', 'sent'],
	['', 'notOptedIn', 'sent'],
	[null, 'notOptedIn', 'sent'],
	[undefined, 'notOptedIn', 'sent'],
	['abgemeldet', 'validation', 'validation'],
	[{}, 'validation', 'validation'],
	[['optedIn'], 'validation', 'validation'],
])(
	'%j is for marketing %s, and for a transactional message %s',
	async (consent, marketing, other) => {
		expect(await outcome(consent)).toBe(marketing);
		expect(await outcome(consent, 'transactional')).toBe(other);
	},
);

it('a transactional message needs what its rule says', async () => {
	const needs = (transactionalConsent: string, consent: string) =>
		outcome(consent, 'transactional', { transactionalConsent });
	expect(await needs('optIn', 'none')).toBe('notOptedIn');
	expect(await needs('optIn', 'optedIn')).toBe('sent');
	expect(await needs('nothing', 'optedOut')).toBe('sent');
});

it.each([
	['parcels', 1],
	[' Marketing ', 0],
])(
	'a purpose %j that the form calls transactional reaches %i people who said nothing',
	async (purposeName, count) => {
		const purpose = { purpose: 'otherTransactional', purposeName };
		const { sent } = await send(checked(purpose), [{ ...ann, consent: 'none' }]);
		expect(sent).toHaveLength(count);
	},
);

it('an expression that fails stops its message alone', async () => {
	const consent = '={{ $json.at.toDateTime().year > 2000 }}';
	const items = [
		{ ...ann, at: '2030-01-01' },
		{ ...bob, at: 'never' },
	];
	const { sent, reasons } = await send(checked({ consent }), items);
	expect(sent).toHaveLength(1);
	expect(reasons).toMatchObject([{ category: 'validation' }]);
});

it('what stands in the field is not repeated in what is said about it', async () => {
	const { stopped } = await send(checked(), [{ ...ann, consent: 'ask Ann on her phone' }]);
	expect(JSON.stringify(stopped)).not.toContain('ask Ann');
});

it('a cap counts each purpose by itself, and no transactional messages', async () => {
	const cap = { frequencyCap: { cap: { max: 1, hours: 24 } } };
	const saved: IDataObject = {};
	const run = async (purpose: IDataObject, executionId: string, items: IDataObject[]) => {
		const staticData = structuredClone(saved);
		const parameters = checked(purpose, cap);
		return send(parameters, items, { staticData, saved, executionId });
	};
	const yes = [{ ...ann, consent: true }];
	const twice = await run({}, '1', [...yes, ...yes]);
	expect(twice.sent).toHaveLength(1);
	expect(twice.reasons).toMatchObject([{ category: 'frequencyCap', rule: 'frequencyCap' }]);
	expect(twice.stopped[0]?.json).toMatchObject({
		holdUntil: expect.stringMatching(/Z$/) as string,
		checks: [
			{ rule: 'consent', result: 'passed' },
			{ rule: 'frequencyCap', result: 'held' },
			{ rule: 'quietHours', result: 'off' },
		],
	});
	const news = { purpose: 'otherMarketing', purposeName: 'news' };
	expect((await run(news, '2', yes)).sent).toHaveLength(1);
	expect((await run(news, '3', yes)).sent).toHaveLength(0);
	expect((await run({ purpose: 'transactional' }, '4', [...yes, ...yes])).sent).toHaveLength(2);
	expect((await run({}, '5', yes)).sent).toHaveLength(0);
});

it('a dry run explains it, and the account it would need is not asked', async () => {
	const { sent } = await send(checked({}, { dryRun: true }), [{ ...ann, consent: 'optedOut' }]);
	expect(sent[0]?.json).toMatchObject({
		status: 'dryRun',
		gate: { outcome: 'refused', rule: 'optedOut', checks: [{ rule: 'consent' }] },
	});
	expect(sends.requests).toHaveLength(0);
});
