import type { FastifyInstance } from 'fastify';

import { isObject, type JsonObject } from '../../json';
import { toE164 } from '../../network/phones';
import { type AgentState, inviteStatuses, launchStates } from './agentState';
import type { Files } from './files';
import { problemWith } from './handshake';
import type { Publisher } from './publish';

/** What one would click together in the Business Communications console. */
export function consoleRoutes(
	app: FastifyInstance,
	state: AgentState,
	publisher: Publisher,
	files: Files,
): void {
	const read = (body: unknown): JsonObject => (isObject(body) ? body : {});

	app.put('/webhook', async ({ body }, reply) => {
		const { url, clientToken } = read(body);
		if (typeof url !== 'string' || !URL.canParse(url) || typeof clientToken !== 'string')
			return reply.code(400).send({ error: 'url (an address) and clientToken (text) are needed' });
		const problem = await problemWith({ url, clientToken });
		if (problem) return reply.code(400).send({ error: problem });
		publisher.setWebhook({ url, clientToken });
		return { url };
	});

	app.put('/launch', async ({ body }, reply) => {
		const launch = launchStates.find((known) => known === read(body)['state']);
		if (!launch) return reply.code(400).send({ error: `state: ${launchStates.join(' | ')}` });
		const before = state.launch;
		state.launch = launch;
		if (before !== launch) publisher.launchChanged(before, launch);
		return { state: launch };
	});

	app.put<{ Params: { number: string } }>('/testers/:number', async ({ params, body }, reply) => {
		const phone = toE164(params.number) ?? '';
		const status = inviteStatuses.find((known) => known === read(body)['inviteStatus']);
		if (!status)
			return reply.code(400).send({ error: `inviteStatus: ${inviteStatuses.join(' | ')}` });
		if (!state.answerInvite(phone, status))
			return reply.code(404).send({ error: 'This number was not invited' });
		return { number: phone, inviteStatus: status };
	});

	app.put('/expiry', async ({ body }, reply) => {
		const { revokeFails } = read(body);
		if (typeof revokeFails !== 'boolean')
			return reply.code(400).send({ error: 'revokeFails has to be true or false' });
		publisher.setRevokeFails(revokeFails);
		return { revokeFails };
	});

	app.get('/violations', async () => ({ messageIds: state.policyViolations() }));

	app.get<{ Params: { id: string } }>('/files/:id', async ({ params }, reply) => {
		const { bytes, mimeType = '' } = files.find(`files/${params.id}`) ?? {};
		if (!bytes) return reply.code(404).send({ error: 'There is no such file' });
		return reply.header('content-type', mimeType).send(bytes);
	});
}
