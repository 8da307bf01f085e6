import { Hono } from 'hono';
import { parseEvent } from '../../../core/event/schema';
import type { RcsEvent } from '../../../core/event/types';
import { asArray, isObject } from '../../../core/json';
import type { Problem } from '../../../core/message/problem';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readJson } from '../body';
import { badRequest } from '../problem';

/** The connection of events that did not come from a provider's webhook but from RCS Trigger. */
const FORWARDED = 'api';

const MOST_EVENTS = 1000;

/** `POST /v1/events`: events that somebody else took from a provider and verified. */
export function eventRoutes({ config, takeIn }: Service): Hono {
	const routes = new Hono();
	routes.post('/v1/events', withToken(config.tokens, 'events'), async (context) => {
		const inputs = eventsIn(await readJson(context.req));
		const { events, rejected } = readAll(inputs);
		const receipt = await takeIn.take({
			events: events.map((event) => ({ connection: FORWARDED, event })),
		});
		return context.json({ ...receipt, rejected });
	});
	return routes;
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
	const events: RcsEvent[] = [];
	const rejected: { index: number; problems: readonly Problem[] }[] = [];
	for (const [index, input] of inputs.entries()) {
		const parsed = parseEvent(input, `events[${index}]`);
		if (parsed.ok) events.push(parsed.value);
		else rejected.push({ index, problems: parsed.problems });
	}
	return { events, rejected };
}
