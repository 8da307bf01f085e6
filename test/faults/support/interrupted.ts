import { writeBack } from '../../../connectors/writeBack';
import type { RcsEvent } from '../../../core/event/types';
import { isWrite } from './isWrite';
import { differences, type Written } from './sameRecords';
import type { World } from './world';

/** How an org or account stops taking anything, and takes it again. */
export interface Interruption {
	begins(): Promise<unknown>;
	ends(): Promise<unknown>;
	/** What is told of everything that was not written. */
	failure: object;
}

/**
 * Writing stops after some requests: what is left is told and not tried any more. The same events once
 * more complete it.
 */
export async function expectToGoOn(
	world: World,
	told: readonly RcsEvent[],
	plain: Written,
	{ begins, ends, failure }: Interruption,
): Promise<void> {
	await world.prepare();
	const run = { ...world.run(), concurrency: 1 };
	let writes = 0;
	let triedAfter = 0;
	const outcomes = await writeBack(
		{
			...run,
			async http(request) {
				if (isWrite(request)) writes += 1;
				if (writes === 3) await begins();
				if (writes >= 3) triedAfter += 1;
				return run.http(request);
			},
		},
		told,
	);
	const failed = outcomes.filter(({ status }) => status === 'failed');
	expect(failed.length).toBeGreaterThan(100);
	const reached = outcomes.filter(({ status, partly }) => partly === true || status === 'written');
	expect(reached.length).toBeGreaterThan(50);
	const kinds = new Set(failed.flatMap(({ failures }) => failures.map(({ status }) => status)));
	expect(failed[0]?.failures).toEqual(expect.arrayContaining([expect.objectContaining(failure)]));
	expect(kinds.size).toBe(1);
	expect(triedAfter).toBe(1);

	await ends();
	const again = await writeBack(world.run(), told);
	expect(again.filter(({ status }) => status === 'failed')).toEqual([]);
	expect(differences(plain.committed, await world.committed())).toEqual({ count: 0, some: [] });
}
