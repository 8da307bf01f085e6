import { Hono } from 'hono';
import * as v from 'valibot';
import { parseEvent } from '../../../core/event/schema';
import type { RcsEvent } from '../../../core/event/types';
import { asArray, isObject } from '../../../core/json';
import { parse } from '../../../core/message/schema';
import type { Problem } from '../../../core/message/problem';
import { noteStarted } from '../../ingest/storeConsumers';
import type { Service } from '../../service';
import { askedAmong, meantBy } from '../../waits/asked';
import { withToken } from '../auth';
import { readJson } from '../body';
import { listOf } from '../fields';
import { badRequest } from '../problem';

/** The connection of events that did not come from a provider's webhook but from RCS Trigger. */
const FORWARDED = 'api';

const MOST_EVENTS = 1000;

const LONGEST_NAME = 200;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME));

const startedSchema = v.strictObject({
	consumer: name,
	events: listOf(v.object({ provider: v.string(), eventId: v.string() }), MOST_EVENTS),
});

/**
 * `POST /v1/events`: events that somebody else took from a provider and verified. `POST /v1/events/started`: what
 * a consumer did something with, which it is not to do again.
 */
export function eventRoutes({ config, store, takeIn, clock }: Service): Hono {
	const routes = new Hono();
	routes.post('/v1/events', withToken(config.tokens, 'events'), async (context) => {
		const body = await readJson(context.req);
		const { read: told, rejected } = readAll(eventsIn(body));
		const read = await meantBy(store, told, clock.now());
		const consumer = consumerIn(body);
		const { accepted, duplicates, known, underWay } = await takeIn.take({
			events: read.map(({ event }) => ({ connection: FORWARDED, event })),
			...consumer,
		});
		const indexesOf = (places: readonly number[]) =>
			places.flatMap((place) => read[place]?.index ?? []);
		const asked = await askedAmong(store, consumer.consumer === undefined ? [] : read);
		const indexes = {
			knownIndexes: indexesOf(known),
			underWayIndexes: indexesOf(underWay),
			askedIndexes: asked.map(({ index }) => index),
		};
		return context.json({ accepted, duplicates, ...indexes, rejected });
	});
	routes.post('/v1/events/started', withToken(config.tokens, 'events'), async (context) => {
		// Ids are kept as they were when the events came, whatever they hold: so readBody is not asked.
		const parsed = parse(startedSchema, await readJson(context.req), 'body', 'secret');
		if (!parsed.ok) throw badRequest(parsed.problems);
		const { consumer, events } = parsed.value;
		return context.json({ noted: await noteStarted(store, consumer, events) });
	});
	return routes;
}

/** Who hands them on, such as one RCS Trigger: it is told which of them it handed on before. */
function consumerIn(body: unknown): { consumer?: string } {
	const consumer = isObject(body) ? body['consumer'] : undefined;
	if (consumer === undefined) return {};
	if (typeof consumer === 'string' && consumer !== '' && consumer.length <= LONGEST_NAME)
		return { consumer };
	const message = `must be a text of 1 to ${LONGEST_NAME} characters`;
	throw badRequest([{ path: 'consumer', message }]);
}

/** `{"events": [...]}`, a list, or one event. */
function eventsIn(body: unknown): readonly unknown[] {
	const listed = isObject(body) && Array.isArray(body['events']) ? body['events'] : body;
	const inputs = Array.isArray(listed) ? asArray(listed) : [listed];
	if (inputs.length <= MOST_EVENTS) return inputs;
	const message = `There are ${inputs.length} events, and one request takes ${MOST_EVENTS}`;
	throw badRequest([{ path: 'events', message }]);
}

function readAll(inputs: readonly unknown[]) {
	const read: { index: number; event: RcsEvent }[] = [];
	const rejected: { index: number; problems: readonly Problem[] }[] = [];
	for (const [index, input] of inputs.entries()) {
		const parsed = parseEvent(input, `events[${index}]`);
		if (parsed.ok) read.push({ index, event: parsed.value });
		else rejected.push({ index, problems: parsed.problems });
	}
	return { read, rejected };
}
