import { reviewForwards } from '../../service/ingest/forwardReview';
import type { Database } from '../../service/store/database';
import { heldBefore } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, nothing is written while something is read: only a server does both at one time. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

interface Answer {
	ask: (database: Database) => Promise<unknown>;
	/** A part of its last read. */
	last: string;
	/** What another process does just before that. */
	meanwhile: string;
}

const answers: Record<string, Answer> = {
	'webhooks that were given up': {
		ask: (database) => reviewForwards(database),
		last: 'count(*) as count from rcs.forwards',
		meanwhile: `insert into rcs.forwards (connection, target, method, url, headers, body, received_at, attempts, dead_reason)
			values ('main', 'https://example.com/', 'POST', 'https://example.com/', '{}', '', now(), 1, 'No answer')`,
	},
};

test.each(Object.entries(answers))('%s are told as of one moment', async (_, answer) => {
	const { ask, last, meanwhile } = answer;
	const { store } = service.service;
	const before = await ask(store);
	const busy = heldBefore(store, last, async () => void (await store.query(meanwhile)));
	expect(await ask(busy)).toEqual(before);
	expect(await ask(store)).not.toEqual(before);
});
