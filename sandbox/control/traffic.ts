import type { FastifyInstance } from 'fastify';

import { toE164 } from '../network/phones';
import { summaryOf, type TrafficLog } from '../traffic/log';

const LISTED = 100;

interface Query {
	Querystring: { message?: string; phone?: string; provider?: string; limit?: string };
}

/** What went over the wire, for who looks at it. */
export function trafficRoutes(app: FastifyInstance, traffic: TrafficLog): void {
	app.get<Query>('/sandbox/traffic', async ({ query }) => {
		const { message, phone, provider, limit } = query;
		// A plus sign in a query means a space.
		const number = phone === undefined ? undefined : (toE164(phone.trim()) ?? phone);
		const found = traffic.list({ message, phone: number, provider });
		return { traffic: found.slice(0, limitOf(limit)).map(summaryOf) };
	});

	app.get<{ Params: { id: string } }>('/sandbox/traffic/:id', async ({ params }, reply) => {
		const entry = traffic.find(params.id);
		return entry ?? reply.code(404).send({ error: 'Nothing with this id, or not any more' });
	});
}

const limitOf = (limit = ''): number => (/^[1-9]\d*$/.test(limit) ? Number(limit) : LISTED);
