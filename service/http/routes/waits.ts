import { Hono } from 'hono';
import * as v from 'valibot';
import { text } from '../../config/values';
import type { Service } from '../../service';
import { failuresOf } from '../../waits/failures';
import { outcomes, settleWait } from '../../waits/settle';
import { addWait, claimWait, isOver } from '../../waits/waits';
import { withToken } from '../auth';
import { readBody } from '../body';
import { phone, time } from '../fields';
import { inTime } from '../inTime';

const id = v.pipe(text, v.maxLength(200));

const messageIds = v.pipe(v.array(id), v.maxLength(2));

const asked = v.strictObject({
	wait: id,
	provider: id,
	phone,
	agent: v.exactOptional(id),
	path: v.pipe(text, v.maxLength(2000), v.startsWith('/', 'must be a path')),
	until: v.exactOptional(time),
	words: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(100))),
	messageIds: v.exactOptional(messageIds),
});

const written = v.strictObject({
	provider: id,
	phone,
	agent: v.exactOptional(id),
	word: v.exactOptional(v.string()),
	isNamed: v.exactOptional(v.boolean()),
	messageIds: v.exactOptional(messageIds),
	eventId: id,
});

const settled = v.strictObject({
	wait: id,
	eventId: id,
	phone: v.exactOptional(phone),
	agent: v.exactOptional(id),
	outcome: v.picklist(outcomes),
});

const named = v.strictObject({ wait: id });

/** `POST /v1/waits`: somebody was asked. `.../claim`: whose answer a text is. `.../settle`: what became of it.
 * `.../over`: whether it is answered, or its time over. */
export function waitRoutes({ config, store, clock }: Service): Hono {
	const routes = new Hono();
	routes.post('/v1/waits', withToken(config.tokens, 'send'), async (context) => {
		const wait = await readBody(context.req, asked);
		await inTime(addWait(store, wait, clock.now()));
		const failures = await inTime(failuresOf(store, wait));
		return context.json({ wait: wait.wait, failures });
	});
	routes.post('/v1/waits/claim', withToken(config.tokens, 'events'), async (context) => {
		const body = await readBody(context.req, written);
		return context.json(await inTime(claimWait(store, body, clock.now())));
	});
	routes.post('/v1/waits/settle', withToken(config.tokens, 'events'), async (context) => {
		const body = await readBody(context.req, settled);
		return context.json({ tell: await inTime(settleWait(store, body, clock.now())) });
	});
	routes.post('/v1/waits/over', withToken(config.tokens, 'events'), async (context) => {
		const { wait } = await readBody(context.req, named);
		return context.json({ over: await inTime(isOver(store, wait, clock.now())) });
	});
	return routes;
}
