import type { IWebhookFunctions } from 'n8n-workflow';
import { chunks } from '../../core/askAll';
import { RcsError } from '../../core/errors';
import type { RcsEvent } from '../../core/event/types';
import { asArray, asObject } from '../../core/json';
import { type ConnectorService, loadService } from '../shared/connectorService';
import { SERVICE, strangeAnswer } from '../shared/serviceErrors';
import { triggerId } from './triggerId';

/** The most events that one request of the service takes; a webhook hardly ever has more. */
const MOST_EVENTS = 1000;

/** Whether the service has the events on disk, and which of them this trigger handed on before. */
export type HandedOn = { ok: true; known: ReadonlySet<RcsEvent> } | { ok: false };

/** Tells the connector service of events. What hinders that is logged and not thrown. */
export async function handOn(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
): Promise<HandedOn> {
	try {
		const service = await loadService(context);
		const known = new Set<RcsEvent>();
		for (const some of chunks(events, MOST_EVENTS))
			for (const event of await tell(context, service, some)) known.add(event);
		return { ok: true, known };
	} catch (error) {
		context.logger.error(`RCS Trigger could not hand events to ${SERVICE}: ${wordsOf(error)}`);
		return { ok: false };
	}
}

/** Gives those that this trigger told before. */
async function tell(
	context: IWebhookFunctions,
	service: ConnectorService,
	events: readonly RcsEvent[],
): Promise<RcsEvent[]> {
	const answer = await service.post('/v1/events', {
		events: events.map((event) => ({ ...event, raw: undefined })),
		consumer: triggerId(context),
	});
	const { knownIndexes, rejected } = answer;
	if (!Array.isArray(knownIndexes)) throw new RcsError(strangeAnswer());
	for (const one of asArray(rejected))
		context.logger.warn(`${SERVICE} could not read an event: ${problemsOf(one)}`);
	return events.filter((_, index) => knownIndexes.includes(index));
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
