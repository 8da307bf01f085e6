import { until } from '../../until';
import { type Crms, startCrms } from './crms';
import { idle } from './idle';
import { startTestService, type TestService } from './world';

/** Numbers reserved for fiction. */
export const phoneOf = (i: number) => `+44770090${String(i).padStart(4, '0')}`;
export const PHONE = phoneOf(1);

let made = 0;

/** An event that was not there before. */
export const event = (more: object = {}) => {
	made += 1;
	return {
		eventId: `event-${made}`,
		provider: 'infobip',
		type: 'message.delivered',
		occurredAt: '2026-11-01T10:00:00.000Z',
		user: PHONE,
		messageId: `message-${made}`,
		...more,
	};
};

type Health = Record<string, unknown> & { connection: string };

/** A service with both CRMs of a sandbox, for a test file. */
export function useSyncWorld(sync?: object) {
	let crms: Crms | undefined;
	let service: TestService | undefined;
	afterAll(async () => {
		await service?.stop();
		await crms?.stop();
	});
	const world = {
		/** Starts both, with these people in the CRMs. */
		async start(phones: readonly string[]) {
			crms = await startCrms();
			await crms.reset(phones);
			service = await startTestService(crms.config(sync));
		},
		crms: () => known(crms),
		service: () => known(service),
		async tell(...events: object[]) {
			const { status, body } = await world.service().post('/v1/events', { events });
			expect({ status, body }).toMatchObject({ status: 200, body: { accepted: events.length } });
		},
		/** What the page shows of a CRM. */
		async health(connection: string): Promise<Health> {
			const { body } = await world.service().get('/v1/page/crms');
			const { crms: all } = body as { crms: Health[] };
			return known(all.find((one) => one.connection === connection));
		},
		healthIs: (connection: string, wanted: object) =>
			until(
				async () => {
					const health = await world.health(connection);
					return Object.entries(wanted).every(([name, value]) => health[name] === value) && health;
				},
				`${connection}: ${JSON.stringify(wanted)}`,
			),
		/** Everything was digested, and nothing waits. */
		async drained(connection: string) {
			await idle(world.service().service.store, 'digest');
			return world.healthIs(connection, { waiting: 0, paused: null });
		},
		async deadLetters(query = '') {
			const { body } = await world.service().get(`/v1/page/dead-letters${query}`);
			return body as { counts: object; items: Record<string, unknown>[]; next?: number };
		},
		resume: (connection: string) => world.service().post(`/v1/page/crms/${connection}/resume`, {}),
	};
	return world;
}

function known<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('It was not started');
	return value;
}
