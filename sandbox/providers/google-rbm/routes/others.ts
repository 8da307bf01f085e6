import type { FastifyInstance } from 'fastify';

import { compile } from '../../../validation';
import type { World } from '../../provider';
import type { AgentState } from '../agentState';
import { invalid, Refusal } from '../errors';
import type { Files } from '../files';
import { readBody, readPhone, readQuery } from '../request';
import { batchGetUsers, createFile, tester } from '../schema';
import type { BatchGetUsers, CreateFile } from '../types';

const isBatchGetUsers = compile<BatchGetUsers>(batchGetUsers);
const isCreateFile = compile<CreateFile>(createFile);
const isTester = compile<object>(tester);

/** What the phones of the sandbox can do. */
const features = [
	'REVOCATION',
	'RICHCARD_STANDALONE',
	'RICHCARD_CAROUSEL',
	'ACTION_CREATE_CALENDAR_EVENT',
	'ACTION_DIAL',
	'ACTION_OPEN_URL',
	'ACTION_OPEN_URL_IN_WEBVIEW',
	'ACTION_SHARE_LOCATION',
	'ACTION_VIEW_LOCATION',
];

/** The share of the numbers that Google samples for its estimate. */
const SAMPLED = 0.75;

/** The documented media types of files. */
export const mediaType =
	/^(application\/(ogg|pdf)|audio\/(aac|mp3|mpeg|mpg|mp4|mp4-latm|3gpp|ogg)|image\/(jpeg|jpg|gif|png)|video\/(h263|m4v|mp4|mpeg|mpeg4|webm))$/;

interface Path {
	Params: { phone: string };
}

/** Capability checks, files and testers. */
export function otherRoutes(
	app: FastifyInstance,
	{ network }: World,
	state: AgentState,
	files: Files,
): void {
	const isReachable = (phone: string): boolean => network.phones.reach(phone).rcs;

	app.get<Path>('/v1/phones/:phone/capabilities', async (request) => {
		readQuery(request, 'requestId');
		const phone = readPhone(request.params.phone);
		if (!state.maySendTo(phone)) throw new Refusal(403);
		if (!isReachable(phone)) throw new Refusal(404);
		return { features };
	});

	// Two colons stand for the one of the path.
	app.post('/v1/users::batchGet', async (request) => {
		readQuery(request);
		const { users } = readBody(request.body, isBatchGetUsers);
		const sample = users.slice(0, Math.ceil(users.length * SAMPLED));
		const launched = state.launch === 'LAUNCHED';
		return {
			reachableUsers: launched ? users.filter(isReachable) : [],
			totalRandomSampleUserCount: sample.length,
			reachableRandomSampleUserCount: sample.filter(isReachable).length,
		};
	});

	app.post('/v1/files', async (request) => {
		readQuery(request);
		const { fileUrl } = readBody(request.body, isCreateFile);
		return { name: files.addUrl(fileUrl).name };
	});

	app.post('/upload/v1/files', async (request) => {
		readQuery(request);
		const { body, headers } = request;
		const type = headers['content-type'] ?? '';
		if (!Buffer.isBuffer(body) || body.length === 0 || !mediaType.test(type))
			throw invalid('file', 'must be bytes of a supported media type');
		return { name: files.addBytes(body, type).name };
	});

	app.post<Path>('/v1/phones/:phone/testers', async (request) => {
		readQuery(request);
		readBody(request.body, isTester);
		const phone = readPhone(request.params.phone);
		if (!isReachable(phone)) throw new Refusal(404);
		if (!state.invite(phone)) throw new Refusal(429);
		return { name: `phones/${phone}/testers`, inviteStatus: 'PENDING' };
	});
}
