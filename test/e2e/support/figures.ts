import type { EventType } from '../../../core/event/types';
import { credentialOf, credentialOfConnectors } from '../../../scripts/world/credentials';
import { until } from '../../../scripts/n8n/until';
import type { useConnectors } from './importedWorkflow';
import { chain, rcsTrigger } from './workflows';
import { api } from './world';

const told: EventType[] = [
	'message.sent',
	'message.delivered',
	'message.read',
	'message.replied',
	'message.clicked',
	'message.failed',
	'message.fallback',
];

/** Has the connector service hear of what becomes of messages, for a test file: from a trigger beside the workflow. */
export function eventsToConnectors(): void {
	let id: string | undefined;
	beforeAll(async () => {
		const trigger = rcsTrigger({ provider: 'infobip', events: told, handOn: true });
		const credentials = { ...credentialOf('infobip'), ...credentialOfConnectors };
		const workflow = chain('e2e events to the service', { ...trigger, credentials });
		id = await api.upsertWorkflow(workflow, { activate: true });
	});
	afterAll(async () => {
		if (id !== undefined) await api.deactivate(id);
	});
}

interface Told {
	type: EventType;
}

interface Outcomes {
	prefix: string;
	/** ISO 8601 in UTC. */
	at: string;
	campaignId?: string;
	/** So many of the delivered ones were answered. */
	replied?: number;
	/** So many of them failed, and so many were delivered by SMS instead. */
	failed?: number;
	fellBack?: number;
}

/** Events of messages to people whose numbers are reserved for fiction, as a provider would have told them. */
export function outcomes(
	count: number,
	{ prefix, at, campaignId, replied = 0, failed = 0, fellBack = 0 }: Outcomes,
): Told[] {
	return Array.from({ length: count }, (_, i) => {
		const of = (type: EventType, more: object = {}) => ({
			...{ eventId: `${prefix}-${i}-${type}`, provider: 'infobip', type, occurredAt: at },
			...{ user: `+1555010${String(i % 1000).padStart(4, '0')}`, messageId: `${prefix}-${i}` },
			...(campaignId === undefined ? {} : { campaignId }),
			...{ channel: 'rcs', raw: null, ...more },
		});
		const sent = of('message.sent');
		const bySms = of('message.delivered', { channel: 'sms' });
		if (i < failed) return [sent, of('message.failed', { error })];
		if (i < failed + fellBack) return [sent, of('message.fallback', { error }), bySms];
		const isReplied = i < failed + fellBack + replied;
		return [sent, of('message.delivered'), ...(isReplied ? [of('message.replied')] : [])];
	}).flat();
}

type Connectors = ReturnType<typeof useConnectors>;

const counted = ['sent', 'delivered', 'replied', 'failed'] as const;

/** Tells the service of messages, and waits until they are in its figures: it answers before. */
export async function count(service: Connectors, events: readonly Told[]): Promise<void> {
	const before = await figuresOf(service);
	await service.post('/v1/events', { events });
	await until(90_000, 'the figures to count all messages', async () => {
		const now = await figuresOf(service);
		const isCounted = (name: (typeof counted)[number]) => {
			const those = events.filter(({ type }) => type === `message.${name}`);
			return now[name] >= before[name] + those.length;
		};
		return counted.every(isCounted) || undefined;
	});
}

async function figuresOf(service: Connectors) {
	const day = 86_400_000;
	const [from, to] = [-30, 1].map((days) => new Date(Date.now() + days * day).toISOString());
	const answer = await service.get<{ figures: Record<(typeof counted)[number], number>[] }>(
		`/v1/figures?from=${from}&to=${to}`,
	);
	const [total] = answer.figures;
	if (!total) throw new Error('The service gave no figures');
	return total;
}

const error = {
	...{ category: 'notReachable', retryable: false, code: '20' },
	...{ message: 'The phone is off', advice: 'Try again later.' },
};
