import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Auth } from './auth';
import { apiDisabled, errorBody, Refusal, refusalOf } from './errors';
import type { Gateway, Incoming } from './gateway';
import type { Org } from './org';
import { integrationAccess } from './permissions';
import type { Pace } from './pace';
import type { Usage } from './usage';

const LARGEST_UPLOAD = 150 * 1024 * 1024;

interface Parts {
	org: Org;
	auth: Auth;
	usage: Usage;
	pace: Pace;
	gateway: Gateway;
	/** The first part of every path, which the org's own paths do not have. */
	prefix: string;
}

/** The REST API over HTTP: sign-in, the org's allowance, and how long locks are held. */
export function dataRoutes(app: FastifyInstance, parts: Parts): void {
	const { org, auth, usage, pace, gateway, prefix } = parts;

	app.addHook('onSend', async (_request, reply) => {
		reply.header('sforce-limit-info', usage.info());
	});

	app.route({
		method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
		url: '/services/data/*',
		bodyLimit: LARGEST_UPLOAD,
		async handler(request, reply) {
			if (!auth.admits(request.headers.authorization)) return reply.code(401).send(refusalOf(401));
			if (org.restrictions.get().apiDisabled)
				return reply.code(apiDisabled.status).send(errorBody(apiDisabled));
			const leave = entered(reply);
			if (!leave) return reply;
			try {
				return await carryOut(request, reply);
			} finally {
				leave();
			}
		},
	});

	function entered(reply: FastifyReply): (() => void) | undefined {
		try {
			return usage.enter();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			void reply.code(error.status).send(errorBody(error));
			return undefined;
		}
	}

	/** What is written is committed at once; the locks stay until the answer is sent, as if it took time. */
	async function carryOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
		const owner = Symbol('request');
		try {
			const answer = gateway.answer(incoming(request, owner));
			if (org.locks.holds(owner)) await sleep(pace.writeMs());
			const isCsv = typeof answer.body === 'string';
			return reply
				.code(answer.status)
				.headers(answer.headers ?? {})
				.type(isCsv ? 'text/csv; charset=UTF-8' : 'application/json; charset=UTF-8')
				.send(isCsv ? answer.body : jsonOf(answer.body));
		} finally {
			org.locks.release(owner);
		}
	}

	function incoming({ method, url, headers, body }: FastifyRequest, owner: symbol): Incoming {
		const { 'content-type': contentType, 'sforce-query-options': queryOptions } = headers;
		const origin = originOf(url.slice(prefix.length), headers['sforce-call-options']);
		return {
			org,
			caller: { access: integrationAccess(org), owner, origin },
			method,
			url: url.slice(prefix.length),
			headers: {
				'content-type': contentType,
				'sforce-query-options': String(queryOptions ?? ''),
			},
			body: undefined,
			text: typeof body === 'string' ? body : '',
		};
	}
}

/** `com/salesforce/api/rest/66.0;client=name`, without the client where the call names none. */
function originOf(path: string, callOptions: string | string[] | undefined): string {
	const version = /^\/services\/data\/v([\d.]+)/.exec(path)?.[1] ?? '';
	const client = /(?:^|[,;]\s*)client=([^,;]+)/.exec(String(callOptions ?? ''))?.[1];
	const name = `com/salesforce/api/rest/${version}`;
	return client === undefined ? name : `${name};client=${client.trim()}`;
}

const jsonOf = (body: unknown): string | undefined =>
	body === undefined ? undefined : JSON.stringify(body);
