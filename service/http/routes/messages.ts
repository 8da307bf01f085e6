import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { sendRequest, sendSchema } from '../../sending/request';
import { sendMessage } from '../../sending/sendMessage';
import { messageFrom, simpleSchema } from '../../sending/simple';
import { simpleNames } from '../../sending/simpleNames';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readBody } from '../body';

/** `POST /v1/messages`: the canonical message. `POST /v1/messages/simple`: the same in flat fields. */
export function sendRoutes(service: Service): Hono {
	const { accounts, config } = service;
	const routes = new Hono();
	const maySend = withToken(config.tokens, 'send');
	routes.post('/v1/messages', maySend, async (context) => {
		const { message, ...how } = await readBody(context.req, sendSchema);
		const request = sendRequest(accounts, how, message, randomUUID);
		return context.json(await sendMessage(service, request));
	});
	routes.post('/v1/messages/simple', maySend, async (context) => {
		const fields = await readBody(context.req, simpleSchema);
		const message = messageFrom(fields);
		const request = sendRequest(accounts, fields, message, randomUUID, simpleNames(fields));
		return context.json(await sendMessage(service, request));
	});
	return routes;
}
