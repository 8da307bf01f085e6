import type { IDataObject } from 'n8n-workflow';
import { tryDryRun } from '../../core/dryRun';
import { asObject, parseJson } from '../../core/json';
import { type ProviderId, providerIds, providers } from '../../core/providers';
import { prepare } from '../../core/send';
import type { Provider } from '../../core/provider';
import { contentOf, problemsOf, readQuestion } from '../../nodes/SendRcs/wait/question';
import { decodeReference, encodeReference, resumeUrlAt } from '../../nodes/shared/replyReference';
import { fixturesOf } from '../fixtures';
import { people, useSendRcs } from './sends';

/** Send and Wait for Response: what goes out, and what does not. */

const sends = useSendRcs();
const OWN = 'https://n8n.example.com/base/webhook/1/webhook';
const RESUME = `https://n8n.example.com/base/webhook-waiting/231/5b0c3f0e-7a51-4f43-9d0d-3c0d2b9a6f11?wait=8f14e45f-ceea-567f-a8e4-0a3b1f9c2d10&signature=${'0123456789abcdef'.repeat(4)}`;
const reference = (choice: number) => encodeReference('this n8n', RESUME, choice);
const asking = {
	provider: 'infobip',
	operation: 'sendAndWait',
	to: '={{ $json.phone }}',
	message: '=Does it suit you, {{ $json.name }}?',
	responseType: 'choices',
	choices: { choice: [{ label: 'Yes', value: 'slot-1' }, { label: 'Another day' }] },
};

const question = (more: object = {}) => {
	const form: Readonly<Record<string, unknown>> = { ...asking, ...more };
	return readQuestion((name, fallback) => form[name] ?? fallback);
};

/** Every text within a JSON value. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') {
		const inner = parseJson(value);
		return typeof inner === 'object' && inner !== null ? textsIn(inner) : [value];
	}
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(providerIds)('the chips of a question at %s', (id: ProviderId) => {
	const provider: Provider = providers[id];

	it.each<[string, object]>([
		['a text', {}],
		['a card', { questionTitle: 'Appointment', pictureUrl: 'https://shop.example.com/a.png' }],
	])('carry their references in %s, byte by byte', async (_, more) => {
		const content = contentOf(question(more), reference, provider.profile.limits);
		const message = { id: '5b0c3f0e-7a51-4f43-9d0d-3c0d2b9a6f12', to: '+447700900123', content };
		const ready = prepare(provider, message, new Date());
		expect(ready).toMatchObject({ ok: true });
		if (!ready.ok) return;
		const dry = await tryDryRun(provider, fixturesOf[id].settings, [ready.message], new Date());
		const bytes = textsIn(dry.ok ? dry.requests.map(({ body }) => body) : dry);
		expect(bytes).toEqual(expect.arrayContaining([reference(0), reference(1)]));
	});
});

it('a reference names choice and wait, and leads back to where it came from and nowhere else', () => {
	const read = decodeReference('this n8n', reference(7));
	expect(read).toMatchObject({ choice: 7, wait: '8f14e45f-ceea-567f-a8e4-0a3b1f9c2d10' });
	expect(resumeUrlAt(OWN, read?.path ?? '')).toBe(RESUME);
	expect(decodeReference('another n8n', reference(7))).toBeUndefined();
	expect(reference(0)).not.toContain('n8n.example.com');
	expect(reference(0).length).toBeLessThan(250);
});

describe('a question', () => {
	it('is an approval by the words of n8n, or choices with values, or open', () => {
		expect(question({ responseType: 'approval' }).choices).toEqual([
			{ label: 'Approve', value: 'approved', approved: true },
		]);
		const values = { approvalType: 'double', approveLabel: 'Do it' };
		expect(question({ responseType: 'approval', approvalOptions: { values } }).choices).toEqual([
			{ label: 'Do it', value: 'approved', approved: true },
			{ label: 'Decline', value: 'declined', approved: false },
		]);
		expect(question()).toMatchObject({
			choices: [
				{ label: 'Yes', value: 'slot-1' },
				{ label: 'Another day', value: 'Another day' },
			],
			takesText: false,
		});
		expect(question({ options: { acceptFreeText: true } }).takesText).toBe(true);
		expect(question({ responseType: 'freeText' })).toMatchObject({ choices: [], takesText: true });
	});

	it.each([
		[[], "The field 'Choices' is empty"],
		[['Yes', 'yes!'], "Two choices have the label 'yes!'"],
		[['Go on', 'Stop'], "A tap on 'Stop' opts the person out; choose another label"],
		[['Go on', 'Remove me'], "Who writes 'Remove me' opts out; choose another label"],
	])('with the labels %j is not asked', (labels, message) => {
		const choices = { choice: labels.map((label) => ({ label })) };
		expect(problemsOf(question({ choices }))).toMatchObject([{ message }]);
	});
});

it.each(['Cancel', 'End', 'Rot'])('%s may be a choice: it is its answer', (label) => {
	const choices = { choice: [{ label: 'Keep' }, { label }] };
	expect(problemsOf(question({ choices }), ['en'])).toEqual([]);
});

it('as a card has its chips on it, and below it where it takes fewer', () => {
	const { limits } = providers.infobip.profile;
	const on = (count: number) => {
		const choice = Array.from({ length: count }, (_, i) => ({ label: `Choice ${i}` }));
		const asked = question({ questionTitle: 'Well?', choices: { choice } });
		return contentOf(asked, reference, { ...limits, suggestionsPerCard: 4 });
	};
	expect(on(4)).toMatchObject({ kind: 'card', card: { suggestions: { length: 4 } } });
	expect(on(4)).not.toHaveProperty('suggestions');
	expect(on(5)).toMatchObject({ kind: 'card', suggestions: { length: 5 } });
	expect(on(5)).not.toHaveProperty('card.suggestions');
});

it('of each run of a node is another one, and of a second try of a run the same', async () => {
	const [one = {}] = people;
	for (const [runIndex, executionId] of [
		[0, '1'],
		[1, '1'],
		[1, '1'],
	] as const)
		await sends.send(asking, [one], { runIndex, executionId });
	const waits = sends.requests.map(({ body }) => /wait=([\w-]+)/.exec(body)?.[1]);
	expect(waits).toEqual([expect.any(String), expect.any(String), waits[1]]);
	expect(waits[0]).not.toBe(waits[1]);
});

describe('nothing is sent', () => {
	const [one = {}] = people;
	const ask = (more: IDataObject, items = [one]) => sends.send({ ...asking, ...more }, items);
	afterEach(() => expect(sends.requests).toEqual([]));

	it('to several people at once: the error says what to do', async () => {
		await expect(ask({}, people.slice(0, 2))).rejects.toMatchObject({
			message: expect.stringContaining('2 items came in'),
			description: expect.stringContaining('Loop Over Items'),
		});
	});

	it.each([
		{ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'hours' },
		{ limitType: 'afterTimeInterval', resumeAmount: 'soon', resumeUnit: 'hours' },
		{ limitType: 'afterTimeInterval', resumeAmount: 99_999_999_999, resumeUnit: 'days' },
		{ limitType: 'afterTimeInterval', resumeAmount: 400_000, resumeUnit: 'days' },
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T10:00:00' },
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '' },
	])('with a time limit that is none: %j', async (values) => {
		await expect(ask({ options: { limitWaitTime: { values } } })).rejects.toThrow(
			/Limit Wait Time/,
		);
	});

	it('without consent, and the execution does not wait', async () => {
		const { outputs } = await ask({
			consentCheck: 'item',
			consent: 'optedOut',
			purpose: 'marketing',
		});
		expect(outputs).toMatchObject([[], [{ json: { reason: { category: 'optedOut' } } }], []]);
	});

	it('with more chips than the provider takes', async () => {
		const choice = Array.from({ length: 12 }, (_, i) => ({ label: `Choice ${i}` }));
		const { outputs } = await ask({ choices: { choice } });
		expect(asObject(outputs[1]?.[0]?.json['reason'])['category']).toBe('validation');
	});
});
