import type { Provider } from '../../core/provider';
import type { ProviderId } from '../../core/providers';
import type { ProviderFixtures } from '../fixtures/types';
import { arrived, RECEIVED_AT } from './arrived';

/** Every kind of webhook in the provider's documents becomes the events it stands for. */
export function webhooksContract(
	id: ProviderId,
	provider: Provider,
	fixtures: ProviderFixtures,
): void {
	const webhooks = Object.entries(fixtures.webhooks);
	const wrapped = (body: unknown) => JSON.stringify(fixtures.envelope?.(body) ?? body);
	const parse = (body: unknown) => provider.webhook.parse(arrived(wrapped(body)));

	test.each(webhooks)('%s', (_name, { body, events }) => {
		const found = parse(body);
		expect(found.map(({ raw: _, ...event }) => event)).toEqual(events);
		for (const { raw } of found) expect(JSON.stringify(body)).toContain(JSON.stringify(raw));
	});

	test('the profile names every event the webhooks can tell, and no other', () => {
		const told = webhooks.flatMap(([, { body }]) => parse(body).map(({ type }) => type));
		expect([...new Set(told)].filter((type) => type !== 'unknown').sort()).toEqual(
			[...provider.profile.events].sort(),
		);
	});

	test('every event names its provider and says when it happened', () => {
		for (const event of webhooks.flatMap(([, { body }]) => parse(body))) {
			expect(event.provider).toBe(id);
			expect(new Date(event.occurredAt).toISOString()).toBe(event.occurredAt);
		}
	});

	test('different events have different ids', () => {
		const ids = webhooks.flatMap(([, { body }]) => parse(body).map(({ eventId }) => eventId));
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('the same webhook has the same ids whenever it arrives', () => {
		for (const [, { body }] of webhooks) {
			const later = { ...arrived(wrapped(body)), receivedAt: '2031-02-03T04:05:06.000Z' };
			const ids = provider.webhook.parse(later).map(({ eventId }) => eventId);
			expect(ids).toEqual(parse(body).map(({ eventId }) => eventId));
		}
	});

	test.each(['STOP', 'stop', ' Stop! ', 'ARRET', 'Arrêt.', 'baja', 'STOP ALL'])(
		'%p is one opt-out',
		(text) => {
			const [event, ...more] = provider.webhook.parse(arrived(fixtures.inboundText(text)));
			expect(more).toEqual([]);
			expect(event).toMatchObject({ type: 'user.optedOut', user: '+447700900123', text });
			expect(event?.keyword).toMatch(/^[A-Z ]+$/);
		},
	);

	test.each(['non-stop', 'stop by at five', "don't stop", 'bus stop', 'baja california', ''])(
		'%p is no opt-out',
		(text) => {
			const types = provider.webhook
				.parse(arrived(fixtures.inboundText(text)))
				.map(({ type }) => type);
			expect(types).not.toContain('user.optedOut');
		},
	);

	test('an event that tells no time happened when it arrived', () => {
		const [event] = parse({ something: 'new' });
		expect(event).toMatchObject({ type: 'unknown', occurredAt: RECEIVED_AT });
	});
}
