import type { RcsEvent } from '../../core/event/types';
import { digest } from '../../service/digest/digest';
import { storeEvents } from '../../service/ingest/storeEvents';
import { doneOrWaiting, heldBefore } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

const phone = '+447700900123';
const event: RcsEvent = {
	eventId: 'event-1',
	provider: 'infobip',
	type: 'message.delivered',
	occurredAt: '2026-11-01T10:00:00.000Z',
	user: phone,
	messageId: 'message-1',
	raw: null,
};

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const left = (table: string) =>
	service.service.store.query(`select phone from rcs.${table} where phone = $1`, [phone]);

test('a person is erased while a message is made of the events', async () => {
	const { store } = service.service;
	const seqs = (await storeEvents(store, [{ connection: 'c', event }])).map(({ seq }) => seq);
	let erased: Promise<unknown> = Promise.resolve();
	const slow = heldBefore(store, 'update rcs.messages', async () => {
		erased = service.post('/v1/consent/erase', { phone });
		await doneOrWaiting(store, erased);
	});
	await digest(slow, ['crm'], seqs);
	expect(await erased).toMatchObject({ status: 200 });
	for (const table of ['messages', 'outbox', 'events']) expect(await left(table)).toEqual([]);
});
