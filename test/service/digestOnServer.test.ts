import type { RcsEvent } from '../../core/event/types';
import { digest } from '../../service/digest/digest';
import { storeEvents } from '../../service/ingest/storeEvents';
import { doneOrWaiting, heldBefore } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const connections = ['a-crm', 'b-crm'];
const event = (eventId: string, more: Partial<RcsEvent>): RcsEvent => ({
	eventId,
	provider: 'infobip',
	type: 'message.queued',
	occurredAt: '2026-11-01T10:00:00.000Z',
	user: '+447700900123',
	messageId: 'one',
	raw: null,
	...more,
});

async function store(one: RcsEvent): Promise<number[]> {
	const stored = await storeEvents(service.service.store, [{ connection: 'c', event: one }]);
	return stored.map(({ seq }) => seq);
}

test('what another process adds between reading and writing is not lost', async () => {
	const { store: database } = service.service;
	await digest(database, connections, await store(event('queued', {})));
	const again = await store(event('told again', {}));
	let other: Promise<unknown> = Promise.resolve();
	const slow = heldBefore(database, 'update rcs.messages', async () => {
		const sent = await store(event('sent', { type: 'message.sent', campaignId: 'spring' }));
		other = digest(database, connections, sent);
		await doneOrWaiting(database, other);
	});
	await digest(slow, connections, again);
	await other;
	const rows = await database.query('select state, campaign from rcs.messages');
	expect(rows).toEqual([{ state: 'sent', campaign: 'spring' }]);
});
