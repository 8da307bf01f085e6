import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { people, text, useSendRcs } from './sends';

const HOUR = 3_600_000;
const sends = useSendRcs();
const [ann = {}, bob = {}] = people;

const capped = (max: number, hours = 24) => ({
	...text,
	provider: 'conversation',
	options: { frequencyCap: { cap: { max, hours } }, retries: 0 },
});

/** Runs the node in an execution of its own, with what n8n saved after the ones before. */
async function execute(
	parameters: IDataObject,
	items: IDataObject[],
	staticData: IDataObject = {},
	more: Parameters<typeof sends.send>[2] = {},
) {
	const saved: IDataObject = {};
	const { outputs, hints } = await sends.send(parameters, items, { staticData, saved, ...more });
	const numbers = outputs.map((output) => output.map(({ pairedItem }) => pairedItem));
	return { sent: numbers[0], held: outputs[1] ?? [], saved, hints };
}

const ofNode = (saved: IDataObject) => asObject(asObject(saved['node:Node'])['sends']);

describe('the frequency cap', () => {
	it('holds what is over it in one run, with the time to send it and no fallback', async () => {
		const before = Date.now();
		const { sent, held } = await execute(capped(2), [ann, ann, bob, ann]);
		expect(sent).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(sends.requests).toHaveLength(3);
		expect(held).toMatchObject([
			{
				pairedItem: { item: 3 },
				json: {
					status: 'notSent',
					to: '+447700900001',
					messageId: expect.any(String),
					safeToFallBack: false,
					reason: {
						category: 'frequencyCap',
						retryable: false,
						message: 'This person got 2 messages within 24 hours, and the frequency cap allows 2',
					},
				},
			},
		]);
		const holdUntil = String(held[0]?.json['holdUntil']);
		expect(Date.parse(holdUntil)).toBeGreaterThanOrEqual(before + 24 * HOUR);
		expect(Date.parse(holdUntil)).toBeLessThanOrEqual(Date.now() + 24 * HOUR);
		expect(asObject(held[0]?.json['reason'])['advice']).toContain(holdUntil);
	});

	it('remembers from execution to execution', async () => {
		const first = await execute(capped(1), [ann], {}, { executionId: '1' });
		const second = await execute(capped(1), [ann, bob], first.saved, { executionId: '2' });
		expect(second.sent).toEqual([{ item: 1 }]);
		expect(second.held).toHaveLength(1);
		const third = await execute(capped(1), [ann, bob], second.saved, { executionId: '3' });
		expect(third.sent).toEqual([]);
	});

	it('keeps no phone number in the clear, and another hash in another workflow', async () => {
		const { saved } = await execute(capped(1), [ann, bob]);
		const other = await execute(capped(1), [ann], {}, { workflowId: 'workflow2' });
		expect(JSON.stringify(saved)).not.toMatch(/77009/);
		const keys = [...Object.keys(ofNode(saved)), ...Object.keys(ofNode(other.saved))];
		expect(new Set(keys).size).toBe(3);
		for (const key of keys) expect(key).toMatch(/^[\w-]{22}$/);
	});

	it('counts what may have arrived, and not what was refused', async () => {
		sends.answer = (_request, count) =>
			count === 1 ? { status: 400, body: { error: 'No' } } : { hangUp: true };
		const refused = await execute(capped(1), [ann, ann]);
		expect(refused.held.map(({ json }) => json['status'])).toEqual(['notSent', 'unknown']);
		expect(sends.requests).toHaveLength(2);
		const after = await execute(capped(1), [ann], refused.saved, { executionId: '2' });
		expect(after.held).toMatchObject([{ json: { reason: { category: 'frequencyCap' } } }]);
		expect(sends.requests).toHaveLength(2);
	});

	it('does not try one message after the other when all fail for the same reason', async () => {
		sends.answer = () => ({ status: 401 });
		const goOn = { settings: { onError: 'continueRegularOutput' } } as const;
		const { held, saved } = await execute(capped(1), [ann, ann, ann], {}, goOn);
		expect(sends.requests).toHaveLength(1);
		const reasons = held.map(({ json }) => asObject(json['reason']));
		expect(reasons.map(({ category }) => category)).toEqual(['auth', 'auth', 'auth']);
		expect(reasons[2]?.['message']).toMatch(/^Not tried, because/);
		expect(ofNode(saved)).toEqual({});
	});

	it('does not count a message twice that the provider had before', async () => {
		sends.answer = ({ json }) => {
			const [message] = asObject(json)['messages'] as [IDataObject];
			const [{ messageId }] = message['destinations'] as [IDataObject];
			const status = {
				groupId: 5,
				groupName: 'REJECTED',
				id: 23,
				name: 'REJECTED_DUPLICATE_MESSAGE_ID',
			};
			return { status: 200, body: { messages: [{ messageId, status }] } };
		};
		const { sent, saved } = await execute({ ...capped(1), provider: 'infobip' }, [ann]);
		expect(sent).toHaveLength(1);
		expect(ofNode(saved)).toEqual({});
	});

	it('forgets what is past, and keeps no more times than it needs', async () => {
		const first = await execute(capped(3), [ann, bob]);
		const [mine = '', yours = ''] = Object.keys(ofNode(first.saved));
		const past = Date.now() - 24 * HOUR - 1;
		const old = {
			[mine]: [past, past, past],
			[yours]: Array.from({ length: 9 }, () => past + HOUR),
		};
		const staticData = { 'node:Node': { sends: old } };
		const { sent, saved } = await execute(capped(3), [ann, bob], staticData, { executionId: '2' });
		expect(sent).toEqual([{ item: 0 }]);
		expect(ofNode(saved)).toMatchObject({
			[mine]: [expect.any(Number)],
			[yours]: [past + HOUR, past + HOUR, past + HOUR],
		});
	});

	it('remembers the latest ten thousand people, and says when it had to forget some', async () => {
		const now = Date.now();
		const crowd = Array.from({ length: 10_000 }, (_, i) => [`person-${i}`, [now - 60_000 + i]]);
		const staticData = { 'node:Node': { sends: Object.fromEntries(crowd) as IDataObject } };
		const { saved, hints } = await execute(capped(3), [ann, bob], staticData);
		expect(Object.keys(ofNode(saved))).toHaveLength(10_000);
		expect(ofNode(saved)).not.toHaveProperty('person-0');
		expect(ofNode(saved)).toHaveProperty('person-2');
		expect(hints).toMatchObject([{ message: expect.stringContaining('2 were forgotten') }]);
	});

	it.each([
		[{ sends: 'x' }],
		[{ sends: { [`${'a'.repeat(22)}`]: 'x', b: [null, 'soon', {}] } }],
		[{ sends: [1] }],
	])('reads what somebody else may have written there without trust: %j', async (odd) => {
		const { sent } = await execute(capped(1), [ann], { 'node:Node': odd as IDataObject });
		expect(sent).toEqual([{ item: 0 }]);
	});

	it('leaves the static data alone when nothing was sent or there is no cap', async () => {
		const none = await execute({ ...text, provider: 'conversation' }, [ann]);
		const dry = { ...capped(1), options: { ...capped(1).options, dryRun: true } };
		const shown = await execute(dry, [ann, ann]);
		expect([none.saved, shown.saved]).toEqual([{}, {}]);
		expect([none.sent?.length, shown.sent?.length]).toEqual([1, 2]);
	});

	it('counts a scheduled message when it will arrive', async () => {
		const at = new Date(Date.now() + 48 * HOUR).toISOString();
		const options = { ...capped(1).options, scheduleAt: '={{ $json.at }}' };
		const { sent, held } = await execute({ ...text, options }, [
			ann,
			{ ...ann, at },
			{ ...ann, at },
		]);
		expect(sent).toEqual([{ item: 0 }, { item: 1 }]);
		expect(held[0]?.json['holdUntil']).toBe(new Date(Date.parse(at) + 24 * HOUR).toISOString());
	});

	it.each([
		{ cap: { max: 0, hours: 24 } },
		{ cap: { max: 1.5, hours: 24 } },
		{ cap: { max: 'x', hours: 1 } },
		{ cap: { max: 1, hours: 0 } },
		{},
	])('of %j stops the node, because without it too much would be sent', async (frequencyCap) => {
		const parameters = { ...text, options: { frequencyCap } };
		await expect(sends.send(parameters, [ann])).rejects.toMatchObject({
			message: expect.stringContaining("The option 'Frequency Cap' needs a whole number") as string,
			description: expect.stringContaining('or remove the option') as string,
		});
		expect(sends.requests).toHaveLength(0);
	});
});
