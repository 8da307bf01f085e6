import { tap, text, useWaits } from './rcsTriggerWaitsWorld';

/** What n8n, or something in front of it, says to an answer, and what follows from it. */

const waits = useWaits();
const ok = { status: 200, items: [] };
const running = { status: 409, body: { message: 'The execution "231" is running already.' } };
const deleted = { status: 404, body: { message: 'The execution "231" does not exist.' } };

describe('a tap', () => {
	it.each([
		['an execution that is deleted', deleted],
		['one that failed', { status: 409, body: { message: 'has finished with error' } }],
		['another question of the same execution', { body: { rcsWait: 'closed' } }],
	])('is late for %s', async (_, reply) => {
		waits.heard = () => reply;
		const { reference } = await waits.asked();
		expect(await waits.receive([tap(reference)])).toEqual(ok);
		expect(waits.texts()).toHaveLength(1);
	});

	it('that comes before n8n has noted that it waits is tried again, then let come again, and never late', async () => {
		const { reference } = await waits.asked();
		const told = tap(reference);
		waits.heard = (_, count) => (count < 3 ? running : { body: { rcsWait: 'resumed' } });
		expect(await waits.receive([tap(reference)])).toEqual(ok);
		expect(waits.handed).toHaveLength(3);
		const early = await waits.asked();
		waits.heard = () => running;
		const earlyTap = tap(early.reference);
		expect(await waits.receive([earlyTap])).toEqual({ status: 503, items: [] });
		waits.heard = () => ({ body: { rcsWait: 'resumed' } });
		expect(await waits.receive([earlyTap, told])).toMatchObject({ status: 200 });
		expect(waits.texts()).toEqual([]);
	});

	it.each([
		['answered', {}],
		['over', { until: new Date(Date.now() - 1000).toISOString() }],
	])(
		'is late where the question is known to be %s, also while the execution goes on',
		async (how, more) => {
			const { reference } = await waits.asked(more);
			if (how === 'answered') await waits.receive([tap(reference)]);
			waits.heard = () => running;
			expect(await waits.receive([tap(reference)])).toEqual(ok);
			expect(waits.texts()).toHaveLength(1);
		},
	);

	it.each([
		['a page of a proxy that knows no such address', { status: 404, html: '<html>' }],
		['a 404 in JSON that is not n8n’s', { status: 404, body: { message: 'no Route matched' } }],
		['a server that failed', { status: 500, body: { message: 'Error in workflow' } }],
		['a proxy without n8n behind it', { status: 502, html: '<html>' }],
		['n8n that starts', { status: 503, body: { message: 'Database is not ready!' } }],
		['a redirect', { status: 302, location: '/elsewhere' }],
	])('is let come again after %s', async (_, { status, html, location, ...more }: Strange) => {
		waits.heard = () => ({
			...{ status, ...more },
			...(html === undefined ? {} : { bytes: Buffer.from(html) }),
			...(location === undefined ? {} : { headers: { location } }),
		});
		const { reference } = await waits.asked();
		expect(await waits.receive([tap(reference)])).toEqual({ status: 503, items: [] });
		expect(waits.handed.map(({ path }) => path)).not.toContain('/elsewhere');
		expect(waits.texts()).toEqual([]);
	});

	it('of a question that nobody here knows is never called late: another process may have taken it', async () => {
		waits.heard = () => ({ body: { rcsWait: 'closed' } });
		expect(await waits.receive([tap(waits.question().reference)])).toEqual(ok);
		expect(waits.texts()).toEqual([]);
	});
});

interface Strange {
	status: number;
	html?: string;
	body?: object;
	location?: string;
}

describe('a text', () => {
	it('goes to an older question where the execution of the newer one is gone, and is not late', async () => {
		const older = await waits.asked();
		const newer = await waits.asked();
		waits.heard = ({ path }) => (path === newer.path ? deleted : { body: { rcsWait: 'resumed' } });
		expect(await waits.receive([text('Tuesday')])).toEqual(ok);
		expect(waits.handed.map(({ path }) => path)).toEqual([newer.path, older.path]);
		expect(waits.texts()).toEqual([]);
	});

	it('is late, once, where the executions of all questions are gone', async () => {
		await waits.asked();
		await waits.asked();
		waits.heard = () => deleted;
		expect((await waits.receive([text('Tuesday')])).items).toHaveLength(1);
		expect(waits.handed).toHaveLength(2);
		expect(waits.texts()).toHaveLength(1);
	});

	it('is let come again while the execution does not wait yet, and answers it then', async () => {
		const { path } = await waits.asked();
		const told = text('Tuesday');
		waits.heard = () => running;
		expect(await waits.receive([told])).toEqual({ status: 503, items: [] });
		waits.heard = () => ({ body: { rcsWait: 'resumed' } });
		expect(await waits.receive([told])).toEqual(ok);
		expect(waits.handed.at(-1)?.path).toBe(path);
	});

	it.each([401, 403])(
		'that n8n answers %d is an event as any other, and not late',
		async (status) => {
			await waits.asked();
			waits.heard = () => ({ status });
			expect((await waits.receive([text('Tuesday')])).items).toHaveLength(1);
			expect(waits.texts()).toEqual([]);
		},
	);

	it('that the node does not take leaves the question open, and starts the workflow', async () => {
		const { path } = await waits.asked();
		waits.heard = () => ({ body: { rcsWait: 'noAnswer' } });
		expect((await waits.receive([text('Tuesday')])).items).toHaveLength(1);
		waits.heard = () => ({ body: { rcsWait: 'resumed' } });
		expect(await waits.receive([text('Wednesday')])).toEqual(ok);
		expect(waits.handed.map((one) => one.path)).toEqual([path, path]);
		expect(waits.texts()).toEqual([]);
	});
});

describe('after a STOP', () => {
	it.each<[string, object]>([
		['open', {}],
		['over', { until: new Date(Date.now() - 1000).toISOString() }],
	])('a tap on a question that was %s gets no answer', async (_, more) => {
		const { reference } = await waits.asked(more);
		expect((await waits.receive([text('STOP')])).items).toHaveLength(1);
		waits.heard = () => ({ body: { rcsWait: 'closed' } });
		expect(await waits.receive([tap(reference)])).toEqual(ok);
		expect(waits.texts()).toEqual([]);
	});

	it('every question is over, also those behind one whose execution is gone or does not answer', async () => {
		const oldest = await waits.asked();
		const gone = await waits.asked({ words: ['yes'] });
		const silent = await waits.asked();
		waits.heard = ({ path }) =>
			path === gone.path
				? deleted
				: path === silent.path
					? { status: 502 }
					: { body: { rcsWait: 'resumed' } };
		expect((await waits.receive([text('STOP')])).items).toMatchObject([{ type: 'user.optedOut' }]);
		expect(waits.handed.map(({ path }) => path)).toEqual([silent.path, gone.path, oldest.path]);
		expect(waits.texts()).toEqual([]);
	});
});
