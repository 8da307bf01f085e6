import type { FastifyInstance } from 'fastify';

import { compile, violationsOf } from '../../../validation';
import { apiException } from '../errors';
import { createSubscription, updateSubscription } from '../schema/subscription';
import type { Subscriptions } from '../subscriptions';
import type { Subscription } from '../types';
import { pageOf, profileIds, type PageQuery } from './paging';

const isCreate = compile<Subscription>(createSubscription);
const isUpdate = compile<Omit<Subscription, 'subscriptionId'>>(updateSubscription);

interface Params {
	Params: { channel: string; id: string };
}

const BASE = '/subscriptions/1/subscription/:channel';
const notFound = apiException(404, 'Not found');
const noProfile = [
	{ property: 'profile.webhook', violation: 'must not be null for a new profile' },
];

/** The Subscriptions API. It never gives out a webhook's address with a subscription, only ids. */
export function subscriptionRoutes(app: FastifyInstance, subscriptions: Subscriptions): void {
	app.addHook<Params>('preHandler', async ({ params, routeOptions }, reply) => {
		const wrong = routeOptions.url?.includes(BASE) && params.channel !== 'RCS';
		if (wrong) await reply.code(404).send(notFound);
	});

	app.get<PageQuery>(BASE, async ({ query }) => pageOf(subscriptions.list().map(show), query));

	app.post(BASE, async ({ body }, reply) => {
		if (!isCreate(body)) {
			return reply.code(400).send(apiException(400, 'Bad request', violationsOf(isCreate)));
		}
		if (subscriptions.find(body.subscriptionId)) {
			const taken = [{ property: 'subscriptionId', violation: 'subscriptionId already exists' }];
			return reply.code(400).send(apiException(400, 'Bad request', taken));
		}
		const saved = subscriptions.save(body);
		if (!saved) return reply.code(400).send(apiException(400, 'Bad request', noProfile));
		return reply.code(201).send(idsOf(saved));
	});

	app.get<Params>(`${BASE}/:id`, async ({ params }, reply) => {
		const subscription = subscriptions.find(params.id);
		return subscription ? show(subscription) : reply.code(404).send(notFound);
	});

	app.put<Params>(`${BASE}/:id`, async ({ params, body }, reply) => {
		const subscription = subscriptions.find(params.id);
		if (!subscription) return reply.code(404).send(notFound);
		if (!isUpdate(body)) {
			return reply.code(400).send(apiException(400, 'Bad request', violationsOf(isUpdate)));
		}
		const saved = subscriptions.save({ ...body, subscriptionId: subscription.subscriptionId });
		return saved ? idsOf(saved) : reply.code(404).send(notFound);
	});

	app.delete<Params>(`${BASE}/:id`, async ({ params }, reply) => {
		const subscription = subscriptions.find(params.id);
		if (!subscription) return reply.code(404).send(notFound);
		subscriptions.remove(params.id);
		return idsOf(subscription);
	});
}

const idsOf = ({ subscriptionId, profile }: Subscription): object => ({
	subscriptionId,
	profile: profileIds(profile),
});

const show = ({ profile, ...rest }: Subscription): object => ({
	...rest,
	profile: profileIds(profile),
});
