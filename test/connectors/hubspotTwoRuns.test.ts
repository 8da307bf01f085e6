import fc from 'fast-check';
import { writeBack } from '../../connectors/writeBack';
import type { Http } from '../../core/http';
import type { RcsEvent } from '../../core/event/types';
import { asObject } from '../../core/json';
import { account, useHubspotAccount } from './hubspotAccount';
import { event, phone } from './hubspotFixtures';

const { api, call, contacts, fault, records, http, runOf, setUp } = useHubspotAccount();
const COMMUNICATIONS = '/crm/objects/2026-09/communications';

/** A run of its own, which may be held before some of its requests. */
const writeHeld = (events: readonly RcsEvent[], before: (path: string) => Promise<void>) => {
	const held: Http = async (request) => {
		await before(request.url.replace(/.*2026-09/, ''));
		return http(request);
	};
	return writeBack({ ...runOf(account()), http: held }, events);
};
const write = (events: readonly RcsEvent[]) => writeBack(runOf(account()), events);

/** Comes between two requests of a run: once, before the first to this path. */
function once(path: string, between: () => Promise<unknown>) {
	let isDone = false;
	return async (asked: string) => {
		if (isDone || asked !== path) return;
		isDone = true;
		await between();
	};
}

function gate() {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { opened, open };
}

/** Those that nobody deleted. */
async function communications() {
	return (await records()).filter(
		({ object, archived }) => object === 'communications' && archived !== true,
	);
}

/** What they tell, without the marks of their lines. */
async function told(): Promise<string[][]> {
	return (await communications()).map(({ properties }) => {
		const html = String(asObject(properties)['hs_communication_body']);
		return html.split('<br>').map((line) => line.replace(/ #[0-9a-f]{8}$/, ''));
	});
}

const at = (time: string) => ({ occurredAt: `2030-01-31T${time}.000Z` });
const sent = event({ eventId: 'a', type: 'message.sent', messageId: 'm', ...at('10:12:00') });
const read = event({ eventId: 'b', type: 'message.read', messageId: 'm', ...at('10:15:40') });
const reply = event({ eventId: 'c', type: 'message.replied', text: 'Yes', ...at('10:16:00') });
const all = ['RCS 2030-01-31', '10:12:00 sent, 10:15:40 read', '10:16:00 replied: Yes'];

beforeEach(() => setUp(account()));

test('what another run adds between reading and writing stays', async () => {
	await contacts({ phone });
	await write([sent]);
	const between = once('/communications/batch/update', () => write([reply]));
	expect(await writeHeld([read], between)).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([all]);
});

test('what another run wrote and looked after stays, however late an older write comes', async () => {
	await contacts({ phone });
	await write([sent]);
	const [hasRead, mayWrite] = [gate(), gate()];
	const late = once('/communications/batch/update', () => {
		hasRead.open();
		return mayWrite.opened;
	});
	const older = writeHeld([read], late);
	await hasRead.opened;
	expect(await write([reply])).toMatchObject([{ failures: [] }]);
	mayWrite.open();
	expect(await older).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([all]);
});

test('two runs that make the first of a day leave one', async () => {
	await contacts({ phone });
	const between = once('/communications/batch/create', () => write([reply, sent]));
	expect(await writeHeld([read], between)).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([all]);
});

test('two runs that tell the same leave one, with each line once', async () => {
	await contacts({ phone });
	const between = once('/communications/batch/create', () => write([sent, read, reply]));
	expect(await writeHeld([sent, read, reply], between)).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([all]);
});

test('what somebody writes at that moment stays, what somebody took out before stays out', async () => {
	await contacts({ phone });
	await write([sent, reply]);
	const [own] = await communications();
	const edit = (html: string) =>
		api('POST', `${COMMUNICATIONS}/batch/update`, {
			inputs: [{ id: own?.['id'], properties: { hs_communication_body: html } }],
		});
	const html = String(asObject(own?.['properties'])['hs_communication_body']);
	const without = html.replace(/<br>10:16:00.*$/, '');
	await edit(without);
	const between = once('/communications/batch/update', () => edit(`${without}<br>She called`));
	await writeHeld([read], between);
	expect(await told()).toEqual([[...all.slice(0, 2), 'She called']]);
});

test('one that somebody deletes at that moment is made again', async () => {
	await contacts({ phone });
	await write([sent]);
	const [own] = await communications();
	const between = once('/communications/batch/update', () =>
		api('POST', `${COMMUNICATIONS}/batch/archive`, { inputs: [{ id: own?.['id'] }] }),
	);
	expect(await writeHeld([read, reply], between)).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([[all[0], '10:15:40 read', all[2]]]);
});

test('a run that is written over all the time says that it does not know', async () => {
	await contacts({ phone });
	await write([sent]);
	const [own] = await communications();
	const { hs_communication_body: before } = asObject(own?.['properties']);
	let isWritten = false;
	const outcomes = await writeHeld([read], async (path) => {
		if (path === '/communications/batch/read' && isWritten)
			await api('POST', `${COMMUNICATIONS}/batch/update`, {
				inputs: [{ id: own?.['id'], properties: { hs_communication_body: before } }],
			});
		isWritten ||= path === '/communications/batch/update';
	});
	const failures = [{ status: 'unknown', reason: 'Others write the same record all the time' }];
	expect(outcomes).toMatchObject([{ failures }]);
});

test.each([
	['signing in again is needed', 401, 'reauth'],
	['HubSpot fails', 500, 'unknown'],
])('where it cannot be asked after the write: %s', async (_name, status, said) => {
	await contacts({ phone });
	await write([sent]);
	const between = once('/communications/batch/update', () =>
		fault({ path: `${COMMUNICATIONS}/batch/read`, kind: 'status', status, times: 9 }),
	);
	expect(await writeHeld([read], between)).toMatchObject([{ failures: [{ status: said }] }]);
	await call('DELETE', '/sandbox/faults');
	expect(await write([read, reply])).toMatchObject([{ failures: [] }]);
	expect(await told()).toEqual([all]);
});

test('without a history of what was told, a run still brings back its own lines', async () => {
	await contacts({ phone });
	await write([sent]);
	const [own] = await communications();
	const { hs_communication_body: before } = asObject(own?.['properties']);
	let reads = 0;
	const forgetful: Http = async (request) => {
		if (request.url.endsWith('/communications/batch/read') && (reads += 1) === 2)
			await api('POST', `${COMMUNICATIONS}/batch/update`, {
				inputs: [{ id: own?.['id'], properties: { hs_communication_body: before } }],
			});
		const answer = await http(request);
		return { ...answer, body: answer.body.replaceAll('propertiesWithHistory', 'nothing') };
	};
	await writeBack({ ...runOf(account()), http: forgetful }, [read, reply]);
	expect(await told()).toEqual([all]);
});

/** Runs at one moment. Before each request all of them wait, and the one that is drawn goes on. */
async function inTurns(parts: readonly (readonly RcsEvent[])[], drawn: readonly number[]) {
	const waiting: (() => void)[] = [];
	let moved: () => void = () => undefined;
	const untilMoved = (go: () => void) =>
		new Promise<void>((resolve) => {
			moved = resolve;
			go();
		});
	const turn = () =>
		new Promise<void>((resolve) => {
			waiting.push(resolve);
			moved();
		});
	const runs: Promise<unknown>[] = [];
	for (const part of parts)
		await untilMoved(() => void runs.push(writeHeld(part, turn).finally(() => moved())));
	for (let i = 0; waiting.length > 0; i += 1) {
		const [go] = waiting.splice((drawn[i % drawn.length] ?? 0) % waiting.length, 1);
		if (go) await untilMoved(go);
	}
	return Promise.all(runs);
}

test('runs in any order of their requests leave one communication with every line once', async () => {
	const late = event({ eventId: 'd', type: 'message.received', text: 'Hi', ...at('11:00:00') });
	const drawn = fc.record({
		before: fc.boolean(),
		parts: fc.shuffledSubarray([[sent], [read, sent], [reply], [late], [late, reply]], {
			minLength: 5,
		}),
		order: fc.array(fc.nat({ max: 4 }), { minLength: 30, maxLength: 60 }),
	});
	await fc.assert(
		fc.asyncProperty(drawn, async ({ before, parts, order }) => {
			await call('POST', '/sandbox/reset');
			await setUp(account());
			await contacts({ phone });
			if (before) await write([sent]);
			for (const outcomes of await inTurns(parts, order))
				expect(outcomes).toMatchObject([{ failures: [] }]);
			expect(await told()).toEqual([[...all, '11:00:00 received: Hi']]);
			const [only] = await communications();
			expect(asObject(only?.['properties'])['hs_timestamp']).toBe(late.occurredAt);
		}),
		{ numRuns: 15 },
	);
});
