import type { CrmConnector } from '../../connectors/crm';
import type { PlannedRequest, Row, RowOutcome } from '../../connectors/row';
import { execute } from '../../connectors/execute';
import type { Clock } from '../../core/clock';
import { providerError, RcsError } from '../../core/errors';
import { networkError, type Http } from '../../core/http';
import { parseJson } from '../../core/json';

const settings = { baseUrl: 'https://crm.example.com', createContacts: false, history: true };

function row(key: string): Row {
	const made: Row = { key, target: 'contacts', phone: '+447700900123', urgent: false, body: {} };
	return key === 'once' ? { ...made, once: true } : made;
}

/** A CRM of three rows a request, which says of each row what the server's answer says. */
const crm: Pick<CrmConnector, 'pack' | 'read'> = {
	pack(rows) {
		const requests: PlannedRequest[] = [];
		for (let at = 0; at < rows.length; at += 3) {
			const own = rows.slice(at, at + 3);
			const body = own.map(({ key }) => key);
			requests.push({ method: 'POST', url: settings.baseUrl, body, rows: own });
		}
		return requests;
	},
	read({ rows }, { body }) {
		const said = parseJson(body) as Record<string, Omit<RowOutcome, 'row'>>;
		return rows.map((one) => ({ row: one, ...said[one.key] }) as RowOutcome);
	},
};

type Answer = Record<string, object> | Error;

/** Runs rows against a server that answers by what it was asked and how often. */
async function run(
	keys: readonly string[],
	answer: (keys: readonly string[], count: number) => Answer,
) {
	const asked: string[] = [];
	const waits: number[] = [];
	const http: Http = ({ body }) => {
		const own = body as string[];
		asked.push(own.join(' '));
		const said = answer(own, asked.length);
		if (said instanceof Error) return Promise.reject(said);
		return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(said) });
	};
	const clock: Clock = {
		now: () => 0,
		wait: (ms) => {
			waits.push(ms);
			return Promise.resolve();
		},
	};
	const outcomes = await execute(
		{ crm: crm as CrmConnector, http, settings, clock, concurrency: 1, retries: 2 },
		crm.pack(keys.map(row), settings),
	);
	const said = Object.fromEntries(
		outcomes.map((outcome) => [
			outcome.row.key,
			`${outcome.status} ${'reason' in outcome ? outcome.reason : ''}`.trim(),
		]),
	);
	return { asked, waits, said, outcomes };
}

const all = (keys: readonly string[], outcome: object) =>
	Object.fromEntries(keys.map((key) => [key, outcome]));
const done = { status: 'done' };

test('every row has one outcome', async () => {
	const { asked, said } = await run(['a', 'b', 'c', 'd'], (keys) => all(keys, done));
	expect(asked).toEqual(['a b c', 'd']);
	expect(said).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' });
});

test('what likely spoiled the others is written apart first', async () => {
	const refused = { status: 'retry', afterMs: 0, reason: 'not a picklist value', alone: true };
	const { asked, said } = await run(['a', 'bad', 'c'], (keys) =>
		keys.includes('bad') && keys.length > 1
			? { ...all(keys, refused), bad: { ...refused, likely: true } }
			: { ...all(keys, done), bad: { status: 'dead', reason: 'no' } },
	);
	expect(asked).toEqual(['a bad c', 'bad', 'a c']);
	expect(said).toEqual({ a: 'done', bad: 'dead no', c: 'done' });
});

test('a bad row is found by halves and does not hold up the others', async () => {
	const refused = { status: 'retry', afterMs: 0, reason: 'not a picklist value', alone: true };
	const { asked, said, waits } = await run(['a', 'bad', 'c'], (keys) =>
		all(keys, keys.includes('bad') ? refused : done),
	);
	expect(asked).toEqual(['a bad c', 'a bad', 'a', 'bad', 'c']);
	expect(said).toEqual({ a: 'done', bad: 'dead not a picklist value', c: 'done' });
	expect(waits).toEqual([]);
});

test('only the rows that asked for it are written again, after the time they asked for', async () => {
	const locked = { status: 'retry', afterMs: 500, reason: 'locked' };
	const { asked, said, waits } = await run(['a', 'b', 'c'], (keys, count) => ({
		...all(keys, done),
		...(count < 3 ? { b: locked } : {}),
	}));
	expect(asked).toEqual(['a b c', 'b', 'b']);
	expect(waits).toEqual([500, 1000]);
	expect(said).toEqual({ a: 'done', b: 'done', c: 'done' });
});

test('a wait that the CRM asked for is not made longer', async () => {
	const busy = { status: 'retry', afterMs: 90_000, told: true, reason: 'busy' };
	const { waits, said } = await run(['a'], (keys, count) => all(keys, count < 3 ? busy : done));
	expect(waits).toEqual([90_000, 90_000]);
	expect(said).toEqual({ a: 'done' });
});

test('nobody waits for hours: the rows are left for later, and nothing more is tried', async () => {
	const busy = { status: 'retry', afterMs: 7_200_000, told: true, reason: 'busy' };
	const { asked, waits, outcomes } = await run(['a', 'b', 'c', 'd'], (keys) => all(keys, busy));
	expect(asked).toHaveLength(1);
	expect(waits).toEqual([]);
	const parked = { status: 'park', afterMs: 7_200_000, reason: 'busy' };
	expect(outcomes).toMatchObject([parked, parked, parked, parked]);
});

test('what never gets through is given up, with the reason', async () => {
	const { asked, said } = await run(['a'], (keys) =>
		all(keys, { status: 'retry', afterMs: 1, reason: 'busy' }),
	);
	expect(asked).toHaveLength(3);
	expect(said).toEqual({ a: 'dead busy; tried 3 times' });
});

test('a lost answer is asked for again: writing the same twice changes nothing', async () => {
	const { asked, said } = await run(['a'], (keys, count) =>
		count === 1 ? networkError('crm.example.com', 'ECONNRESET') : all(keys, done),
	);
	expect(asked).toEqual(['a', 'a']);
	expect(said).toEqual({ a: 'done' });
});

test('a row the CRM has no key for is not written again after a lost answer', async () => {
	const { asked, said } = await run(['a', 'once', 'c'], (keys, count) =>
		count === 1 ? networkError('crm.example.com', 'ECONNRESET') : all(keys, done),
	);
	expect(asked).toEqual(['a once c', 'a c']);
	expect(said['once']).toMatch(/^unknown The connection to crm.example.com ended/);
});

test('it is written again where it certainly did not arrive', async () => {
	const { said } = await run(['once'], (keys, count) =>
		count === 1 ? networkError('crm.example.com', 'ECONNREFUSED') : all(keys, done),
	);
	expect(said).toEqual({ once: 'done' });
});

test.each(['reauth', 'park'])('after %s nothing more is tried', async (status) => {
	const { asked, said } = await run(['a', 'b', 'c', 'd'], (keys) =>
		all(keys, { status, afterMs: 1, reason: 'no more' }),
	);
	expect(asked).toEqual(['a b c']);
	expect(said['d']).toBe(`${status} no more`);
});

test('after a sign-in that was refused nothing more is tried', async () => {
	const { asked, said } = await run(
		['a', 'b', 'c', 'd'],
		() => new RcsError(providerError('auth', 'no access token')),
	);
	expect(asked).toEqual(['a b c']);
	expect(new Set(Object.values(said))).toEqual(new Set(['reauth no access token']));
});

test('an error that will not pass is no matter of signing in', async () => {
	const { said } = await run(
		['a'],
		() => new RcsError(providerError('configuration', 'the base URL is no address')),
	);
	expect(said).toEqual({ a: 'dead the base URL is no address' });
});

test('reasons tell no phone number', async () => {
	const words = 'Value 447700900123 (+447700900124, 07700900123) of 12345678901 is taken';
	const { said } = await run(['a'], (keys) => all(keys, { status: 'dead', reason: words }));
	expect(said).toEqual({ a: 'dead Value *** (+***, ***) of 12345678901 is taken' });
});

describe('a request of several', () => {
	const start: PlannedRequest = { method: 'POST', url: 'start', rows: [row('a'), row('b')] };
	const watch = { ...start, method: 'GET' as const, url: 'watch', afterMs: 50 };

	/** Carries out a job that is watched until the server says it is ready. */
	async function runJob(answers: readonly (string | Error)[]) {
		const asked: string[] = [];
		const waits: number[] = [];
		const job: Pick<CrmConnector, 'pack' | 'read' | 'follow'> = {
			...crm,
			pack: () => [start],
			follow: (_, { body }) => (body === 'ready' ? undefined : watch),
			read: ({ rows }) => rows.map((one) => ({ row: one, status: 'done' })),
		};
		const http: Http = ({ url }) => {
			const answer = answers[asked.length] ?? 'ready';
			asked.push(url);
			if (answer instanceof Error) return Promise.reject(answer);
			return Promise.resolve({ status: 200, headers: {}, body: answer });
		};
		const clock: Clock = {
			now: () => 0,
			wait: (ms) => {
				waits.push(ms);
				return Promise.resolve();
			},
		};
		const settingsOfRun = { http, settings, clock, concurrency: 2, retries: 2 };
		const outcomes = await execute({ crm: job as CrmConnector, ...settingsOfRun }, [start]);
		return { asked, waits, said: outcomes.map(({ status }) => status) };
	}

	test('is followed until the answer tells of its rows, with the waits asked for', async () => {
		expect(await runJob(['made', 'running', 'ready'])).toEqual({
			asked: ['start', 'watch', 'watch'],
			waits: [50, 50],
			said: ['done', 'done'],
		});
	});

	test('asks a lost question again, and does not begin anew for it', async () => {
		const lost = networkError('crm.example.com', 'ECONNRESET');
		const { asked, said } = await runJob(['made', lost, 'ready']);
		expect(asked).toEqual(['start', 'watch', 'watch']);
		expect(said).toEqual(['done', 'done']);
	});

	test('begins anew where a step that changes something was lost', async () => {
		const lost = networkError('crm.example.com', 'ECONNRESET');
		const { asked } = await runJob([lost, 'ready']);
		expect(asked).toEqual(['start', 'start']);
	});
});

test('what waits for a request is sent after it, also where others could be sent meanwhile', async () => {
	const order: string[] = [];
	const http: Http = async ({ url }) => {
		order.push(`${url} begins`);
		await Promise.resolve();
		order.push(`${url} ends`);
		return { status: 200, headers: {}, body: JSON.stringify({ x: done }) };
	};
	const request = (url: string): PlannedRequest => ({ method: 'POST', url, rows: [row('x')] });
	const clock: Clock = { now: () => 0, wait: () => Promise.resolve() };
	const plan = { ...request('parent'), then: [request('child')] };
	await execute({ crm: crm as CrmConnector, http, settings, clock, concurrency: 4, retries: 0 }, [
		plan,
		request('other'),
	]);
	expect(order.indexOf('child begins')).toBeGreaterThan(order.indexOf('parent ends'));
	expect(order).toContain('other ends');
});
