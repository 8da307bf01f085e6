import fc from 'fast-check';
import { dryRun } from '../../core/dryRun';
import type { ReadyMessage } from '../../core/message/types';
import { infobip } from '../../core/providers/infobip';
import { type IfNotSupported, prepare } from '../../core/send';
import { anyMessage } from '../fixtures/arbitrary';
import { fixtures } from '../fixtures/infobip';
import { schemaErrors } from '../fixtures/infobip/schema';
import { NOW } from '../fixtures/messages';

/** What the schema says of the request a message becomes; undefined when it is refused before that. */
async function errorsOf(
	message: ReadyMessage,
	ifNotSupported: IfNotSupported,
): Promise<string[] | undefined> {
	const prepared = prepare(infobip, message, NOW, ifNotSupported);
	if (!prepared.ok) return undefined;
	const [request] = await dryRun(infobip, fixtures.settings, [prepared.message], NOW);
	return schemaErrors(request?.body);
}

test.each(Object.entries(fixtures.requests).filter(([name]) => !/raw|provider options/.test(name)))(
	'%s is what the documents say',
	(_name, request) => {
		expect(request).toMatchObject({ body: expect.any(Object) });
		const { body } = request as { body: unknown };
		expect(schemaErrors(body)).toEqual([]);
	},
);

test('whatever is not refused, the documents allow', async () => {
	let carried = 0;
	await fc.assert(
		fc.asyncProperty(fc.oneof(anyMessage(0), anyMessage(2)), async (message) => {
			const errors = await errorsOf(message, 'fail');
			if (errors) carried += 1;
			expect(errors ?? []).toEqual([]);
		}),
		{ numRuns: 800 },
	);
	expect(carried).toBeGreaterThan(200);
});

test('whatever is downgraded, the documents allow', async () => {
	await fc.assert(
		fc.asyncProperty(anyMessage(2), async (message) => {
			expect(await errorsOf(message, 'downgrade')).toEqual([]);
		}),
		{ numRuns: 400 },
	);
});
