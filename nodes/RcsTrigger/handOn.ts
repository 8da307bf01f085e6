import type { IWebhookFunctions } from 'n8n-workflow';
import { chunks } from '../../core/askAll';
import { RcsError } from '../../core/errors';
import type { RcsEvent } from '../../core/event/types';
import { asArray, asObject } from '../../core/json';
import { type ConnectorService, loadService } from '../shared/connectorService';
import { SERVICE, SERVICE_FIRST, strangeAnswer } from '../shared/serviceErrors';
import { triggerId } from './triggerId';

/** The most events that one request of the service takes; a webhook hardly ever has more. */
const MOST_EVENTS = 1000;

/** The workflow waits for it, and can do without. */
const NOTE_TIMEOUT_MS = 2000;

/**
 * Whether the service has the events on disk. `known`: they started the workflow before. `underWay`: a process of
 * n8n took them a moment ago and has not said yet that it started the workflow. `asked`: they are of people who were
 * asked something, and may be the answer.
 */
export type HandedOn = { ok: true; known: Told; underWay: Told; asked: Told } | { ok: false };

type Told = ReadonlySet<RcsEvent>;

/** Tells the connector service of events. What hinders that is logged and not thrown. */
export async function handOn(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
): Promise<HandedOn> {
	try {
		const service = await loadService(context);
		const known = new Set<RcsEvent>();
		const underWay = new Set<RcsEvent>();
		const asked = new Set<RcsEvent>();
		for (const some of chunks(events, MOST_EVENTS)) {
			const told = await tell(context, service, some);
			for (const event of told.known) known.add(event);
			for (const event of told.underWay) underWay.add(event);
			for (const event of told.asked) asked.add(event);
		}
		return { ok: true, known, underWay, asked };
	} catch (error) {
		context.logger.error(`RCS Trigger could not hand events to ${SERVICE}: ${wordsOf(error)}`);
		return { ok: false };
	}
}

/** Tells the service that events started the workflow. Where it does not hear of it, they may start it again. */
export async function noteStarted(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
): Promise<void> {
	if (events.length === 0) return;
	try {
		const service = await loadService(context, NOTE_TIMEOUT_MS);
		const consumer = triggerId(context);
		for (const some of chunks(events, MOST_EVENTS)) {
			const ids = some.map(({ provider, eventId }) => ({ provider, eventId }));
			await service.post('/v1/events/started', { consumer, events: ids });
		}
	} catch (error) {
		context.logger.warn(`RCS Trigger could not tell ${SERVICE} what it started: ${wordsOf(error)}`);
	}
}

async function tell(
	context: IWebhookFunctions,
	service: ConnectorService,
	events: readonly RcsEvent[],
): Promise<Record<'known' | 'underWay' | 'asked', RcsEvent[]>> {
	const answer = await service.post('/v1/events', {
		events: events.map((event) => ({ ...event, raw: undefined })),
		consumer: triggerId(context),
	});
	const { knownIndexes, underWayIndexes, askedIndexes, rejected } = answer;
	if (!Array.isArray(knownIndexes) || !Array.isArray(underWayIndexes))
		throw new RcsError(strangeAnswer());
	for (const one of asArray(rejected))
		context.logger.warn(`${SERVICE_FIRST} could not read an event: ${problemsOf(one)}`);
	const at = (indexes: readonly unknown[]) => events.filter((_, i) => indexes.includes(i));
	// A service that knows of no questions does not name them.
	const asked = at(asArray(askedIndexes));
	return { known: at(knownIndexes), underWay: at(underWayIndexes), asked };
}

/** The service does not repeat what it found, because events hold phone numbers. */
function problemsOf(rejected: unknown): string {
	const problems = asArray(asObject(rejected)['problems']).map(asObject);
	return problems.map(({ path, message }) => `${String(path)} ${String(message)}`).join('; ');
}

function wordsOf(error: unknown): string {
	if (error instanceof RcsError) return `${error.detail.message}. ${error.detail.advice}`;
	return error instanceof Error ? error.message : String(error);
}
