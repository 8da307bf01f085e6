import type { FastifyInstance } from 'fastify';

import { apiException } from '../errors';
import type { Subscriptions } from '../subscriptions';
import type { Profile } from '../types';
import { pageOf, profileIds, type PageQuery } from './paging';

interface Params {
	Params: { id: string };
}

const notFound = apiException(404, 'Not found');
const inUse = apiException(400, 'Bad request', [
	{ property: 'profileId', violation: 'is used by a subscription' },
]);

/** Notification profiles and security settings; both outlive the subscription they came with. */
export function profileRoutes(app: FastifyInstance, subscriptions: Subscriptions): void {
	const { profiles, securities } = subscriptions;

	app.get<PageQuery>('/subscriptions/1/profiles', async ({ query }) =>
		pageOf([...profiles.values()].map(show), query),
	);

	app.get<Params>('/subscriptions/1/profiles/:id', async ({ params }, reply) => {
		const profile = profiles.get(params.id);
		return profile ? show(profile) : reply.code(404).send(notFound);
	});

	app.delete<Params>('/subscriptions/1/profiles/:id', async ({ params }, reply) => {
		const profile = profiles.get(params.id);
		if (!profile) return reply.code(404).send(notFound);
		const used = subscriptions.list().some((each) => each.profile.profileId === params.id);
		if (used) return reply.code(400).send(inUse);
		profiles.delete(params.id);
		return profileIds(profile);
	});

	app.get<PageQuery>('/subscriptions/1/security', async ({ query }) =>
		pageOf([...securities.values()], query),
	);

	app.delete<Params>('/subscriptions/1/security/:id', async ({ params }, reply) => {
		if (!securities.delete(params.id)) return reply.code(404).send(notFound);
		return { authId: params.id };
	});
}

const show = (profile: Profile): object => ({ ...profile, ...profileIds(profile) });
