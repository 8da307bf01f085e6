import { deriveMessageId } from '../../core/message/id';
import { tap, text, useWaits } from './rcsTriggerWaitsWorld';

/** RCS Trigger hands answers to the execution that waits, at its own n8n and nowhere else. */

const waits = useWaits();

describe('a tap on a chip', () => {
	it('is handed to the execution that waits, and starts nothing', async () => {
		const { path, reference } = waits.question(2);
		expect(await waits.receive([tap(reference)])).toEqual({ status: 200, items: [] });
		expect(waits.handed).toMatchObject([
			{
				method: 'POST',
				path,
				json: {
					by: 'chip',
					choice: 2,
					event: { type: 'message.replied', user: waits.phone(), text: 'Yes' },
				},
			},
		]);
		expect(waits.handed[0]?.body).not.toContain('"raw"');
		expect(waits.sent).toEqual([]);
	});

	it('is handed over by a trigger that listens to other events, too', async () => {
		const events = ['message.failed'];
		const taps = [tap(waits.question().reference), tap('of nobody')];
		expect(await waits.receive(taps, {}, 'workflow1', { parameters: { events } })).toEqual({
			status: 200,
			items: [],
		});
		expect(waits.handed).toHaveLength(1);
	});

	it('is handed over once, however often the provider tells it', async () => {
		const { reference } = await waits.asked();
		const again = tap(reference);
		await waits.receive([again, again]);
		await waits.receive([again]);
		expect(waits.handed).toHaveLength(1);
		waits.heard = () => ({ body: { rcsWait: 'closed' } });
		await waits.receive([again], { dropDuplicates: false });
		expect(waits.handed).toHaveLength(1);
		expect(waits.sent).toEqual([]);
	});

	it('that several triggers hear of at the same moment is handed over once, and is not late for the others', async () => {
		const { reference } = await waits.asked();
		const told = tap(reference);
		waits.heard = (_, count) =>
			count === 1 ? { body: { rcsWait: 'resumed' }, delayMs: 50 } : { body: { rcsWait: 'closed' } };
		const all = ['workflow1', 'workflow2'].map((id) => waits.receive([told], {}, id));
		expect(await Promise.all(all)).toEqual(all.map(() => ({ status: 200, items: [] })));
		expect([waits.handed.length, waits.sent.length]).toEqual([1, 0]);
	});

	it('that comes too late is answered once, and starts nothing', async () => {
		const nothing = { status: 200, items: [] };
		const { reference } = await waits.asked();
		waits.heard = () => ({
			headers: { 'content-type': 'text/html' },
			bytes: Buffer.from('<html>'),
		});
		expect(await waits.receive([tap(reference)])).toEqual(nothing);
		expect(await waits.receive([tap(reference), tap(reference)])).toEqual(nothing);
		expect(waits.texts()).toEqual([expect.stringContaining('already closed')]);
		const [other, silent] = [await waits.asked(), await waits.asked()];
		await waits.receive([tap(other.reference)], { lateAnswer: 'Too late.' });
		await waits.receive([tap(silent.reference)], { lateAnswer: '' });
		expect(waits.texts().slice(1)).toEqual([expect.stringContaining('"Too late."')]);
	});

	it('that is late is answered by the agent that was written to, with the same id for the same question', async () => {
		waits.heard = () => ({ body: { rcsWait: 'closed' } });
		const { wait, reference } = await waits.asked();
		await waits.receive([tap(reference, { to: 'OtherShop' })]);
		expect(waits.sent).toMatchObject([{ json: { messages: [{ sender: 'OtherShop' }] } }]);
		expect(waits.texts()[0]).toContain(`"${deriveMessageId(['late', wait])}"`);
	});

	it('is let come again while n8n cannot be reached', async () => {
		const { reference } = waits.question();
		const told = tap(reference);
		waits.heard = () => ({ hangUp: true });
		expect(await waits.receive([told, text('Hello')])).toMatchObject({
			status: 503,
			items: [{ text: 'Hello' }],
		});
		waits.heard = () => ({ body: { rcsWait: 'resumed' } });
		expect(await waits.receive([told])).toEqual({ status: 200, items: [] });
		expect(waits.handed).toHaveLength(2);
		expect(waits.sent).toEqual([]);
	});
});

describe('a text', () => {
	it('goes to the question that it answers; any other starts the workflow', async () => {
		const { path } = await waits.asked({ words: ['another day'] });
		expect((await waits.receive([text('Where are you?')])).items).toMatchObject([
			{ type: 'message.received' },
		]);
		expect(waits.handed).toEqual([]);
		expect(await waits.receive([text('Another day!')])).toEqual({ status: 200, items: [] });
		expect(waits.handed).toMatchObject([
			{ path, json: { by: 'text', event: { text: 'Another day!' } } },
		]);
		expect(waits.handed[0]?.json).not.toHaveProperty('choice');
	});

	it('that comes too late is answered, and starts the workflow, which hears that: nobody else would read it', async () => {
		await waits.asked({ until: '2020-01-01T00:00:00.000Z', words: ['yes'] });
		const [ordinary, ...none] = (await waits.receive([text('Yes')])).items;
		expect([ordinary?.['text'], ordinary?.['question'], none]).toEqual(['Yes', undefined, []]);
		expect(waits.sent).toEqual([]);
		await waits.asked({ until: new Date(Date.now() - 1000).toISOString(), words: ['yes'] });
		expect((await waits.receive([text('Yes')])).items).toMatchObject([{ question: 'late' }]);
		expect(waits.texts()).toHaveLength(1);
		const [later] = (await waits.receive([text('Yes')])).items;
		expect([later?.['text'], later?.['question']]).toEqual(['Yes', undefined]);
	});

	it('that says STOP is no answer, ends every question and starts the workflow', async () => {
		const paths = [await waits.asked(), await waits.asked({ words: ['yes'] })].map(
			({ path }) => path,
		);
		expect((await waits.receive([text('STOP')])).items).toMatchObject([{ type: 'user.optedOut' }]);
		expect(waits.handed.map(({ path }) => path)).toEqual(paths.toReversed());
		expect(waits.handed.map(({ json }) => json)).toMatchObject([
			{ by: 'optOut' },
			{ by: 'optOut' },
		]);
		expect(waits.sent).toEqual([]);
	});
});
