import type { FastifyInstance } from 'fastify';

import { compact } from '../../../json';
import { compile, violationsOf } from '../../../validation';
import { apiException } from '../errors';
import { createSubscription, updateSubscription } from '../schema/subscription';
import type { Profile, Subscription } from '../types';

const isCreate = compile<Subscription>(createSubscription);
const isUpdate = compile<Omit<Subscription, 'subscriptionId'>>(updateSubscription);

interface Params {
	Params: { channel: string; id: string };
}

const BASE = '/subscriptions/1/subscription/:channel';
const notFound = apiException(404, 'Not found');

/** The Subscriptions API. It never gives out a webhook's address with a subscription, only ids. */
export function subscriptionRoutes(
	app: FastifyInstance,
	subscriptions: Map<string, Subscription>,
): void {
	app.addHook<Params>('preHandler', async ({ params, routeOptions }, reply) => {
		const wrong = routeOptions.url?.includes(BASE) && params.channel !== 'RCS';
		if (wrong) await reply.code(404).send(notFound);
	});

	app.get(BASE, async () => page([...subscriptions.values()].reverse().map(show)));

	app.post(BASE, async ({ body }, reply) => {
		if (!isCreate(body)) {
			return reply.code(400).send(apiException(400, 'Bad request', violationsOf(isCreate)));
		}
		if (subscriptions.has(body.subscriptionId)) {
			const taken = [{ property: 'subscriptionId', violation: 'subscriptionId already exists' }];
			return reply.code(400).send(apiException(400, 'Bad request', taken));
		}
		const profile = completed(body.profile);
		if (!profile) return reply.code(400).send(apiException(400, 'Bad request', noWebhook));
		subscriptions.set(body.subscriptionId, { ...body, profile });
		return reply.code(201).send(idsOf({ ...body, profile }));
	});

	app.get<Params>(`${BASE}/:id`, async ({ params }, reply) => {
		const subscription = subscriptions.get(params.id);
		return subscription ? show(subscription) : reply.code(404).send(notFound);
	});

	app.put<Params>(`${BASE}/:id`, async ({ params, body }, reply) => {
		const subscription = subscriptions.get(params.id);
		if (!subscription) return reply.code(404).send(notFound);
		if (!isUpdate(body)) {
			return reply.code(400).send(apiException(400, 'Bad request', violationsOf(isUpdate)));
		}
		const profile = completed(body.profile);
		if (!profile) return reply.code(400).send(apiException(400, 'Bad request', noWebhook));
		const updated = { ...body, profile, subscriptionId: subscription.subscriptionId };
		subscriptions.set(params.id, updated);
		return idsOf(updated);
	});

	app.delete<Params>(`${BASE}/:id`, async ({ params }, reply) => {
		const subscription = subscriptions.get(params.id);
		if (!subscription) return reply.code(404).send(notFound);
		subscriptions.delete(params.id);
		return idsOf(subscription);
	});

	app.get('/subscriptions/1/profiles', async () => page([...profiles().values()].map(showProfile)));

	app.get<Params>('/subscriptions/1/profiles/:id', async ({ params }, reply) => {
		const profile = profiles().get(params.id);
		return profile ? showProfile(profile) : reply.code(404).send(notFound);
	});

	function profiles(): Map<string, Profile> {
		return new Map([...subscriptions.values()].map(({ profile }) => [profile.profileId, profile]));
	}

	/** A profile may be given in full, or by the id of one that exists. */
	function completed(profile: Profile): Profile | undefined {
		return profile.webhook ? profile : profiles().get(profile.profileId);
	}
}

const noWebhook = [
	{ property: 'profile.webhook', violation: 'must not be null for a new profile' },
];

const page = (results: object[]): object => ({
	results,
	paging: { page: 0, size: 20, totalPages: 1, totalResults: results.length },
});

const idsOf = ({ subscriptionId, profile }: Subscription): object => ({
	subscriptionId,
	profile: profileIds(profile),
});

const profileIds = ({ profileId, security }: Profile): object =>
	compact({ profileId, security: security && { authId: security.authId } });

const show = ({ profile, ...rest }: Subscription): object => ({
	...rest,
	profile: profileIds(profile),
});

const showProfile = (profile: Profile): object => ({ ...profile, ...profileIds(profile) });
