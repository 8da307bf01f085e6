import { createHmac } from 'node:crypto';

import type { Target } from '../../webhooks/outbox';
import type { Platform, Profile, Subscription } from './types';

const MINUTE_MS = 60_000;

/** The documented cycle, 1 min + (1 min x n x n), cut off after five tries. */
const retries = [0, 1, 2, 3].map((n) => MINUTE_MS + MINUTE_MS * n * n);

const DEFAULT_BUCKET = 20;

/** These bodies are no lists: each carries one result. */
const flatEvents: ReadonlySet<string> = new Set(['CAP_CHECK', 'TEMPLATE_UPDATE']);

/** Whether a subscription asks for an event of this sender, application and entity. */
function matches(
	subscription: Subscription,
	event: string,
	sender: string,
	platform: Platform,
): boolean {
	const { events, resources = [], criteria = [] } = subscription;
	return (
		events.includes(event) &&
		(resources.length === 0 || resources.includes(sender)) &&
		(criteria.length === 0 ||
			criteria.some(
				({ applicationId, entityId }) =>
					(applicationId === undefined || applicationId === platform.applicationId) &&
					(entityId === undefined || entityId === platform.entityId),
			))
	);
}

/** Where an event goes by subscription. */
export function subscribed(
	subscriptions: Iterable<Subscription>,
	event: string,
	sender: string,
	platform: Platform = {},
): Target[] {
	return [...subscriptions]
		.filter((subscription) => matches(subscription, event, sender, platform))
		.flatMap(({ subscriptionId, profile }) => {
			const url = profile.webhook?.notifyUrl;
			return url === undefined
				? []
				: [target(`infobip subscription ${subscriptionId}`, url, event, profile)];
		});
}

/** Where an event goes that named its own address: no subscription, so no security profile either. */
export function addressed(url: string, event: string): Target {
	return target(`infobip url ${url}`, url, event, undefined);
}

function target(key: string, url: string, event: string, profile: Profile | undefined): Target {
	return {
		key,
		provider: 'infobip',
		url,
		bucketSize: flatEvents.has(event) ? 1 : (profile?.maxBucketSize ?? DEFAULT_BUCKET),
		body: (name, items) => JSON.stringify(envelope(name, items)),
		headers: (body) => ({ ...profile?.headers, ...securityHeaders(profile, body) }),
		retries,
	};
}

function envelope(event: string, results: readonly unknown[]): unknown {
	if (flatEvents.has(event)) return results[0];
	switch (event) {
		case 'DELIVERY':
		case 'SEEN':
		case 'TEST_NUMBER_UPDATE':
			return { results };
		case 'TYPING_INDICATOR':
			return { results, eventCount: results.length, pendingEventCount: 0 };
		default:
			return { results, messageCount: results.length, pendingMessageCount: 0 };
	}
}

/** HMAC_SHA_256 and its kin in the words of node:crypto. */
const hashNames: Readonly<Record<string, string>> = {
	HMAC_MD5: 'md5',
	HMAC_SHA_1: 'sha1',
	HMAC_SHA_224: 'sha224',
	HMAC_SHA_256: 'sha256',
	HMAC_SHA_384: 'sha384',
	HMAC_SHA_512: 'sha512',
};

function securityHeaders(profile: Profile | undefined, body: string): Record<string, string> {
	const { type, credentials } = profile?.security ?? {};
	if (type === 'BASIC') {
		const pair = `${credentials?.username ?? ''}:${credentials?.password ?? ''}`;
		return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
	}
	const hash = hashNames[credentials?.algorithm ?? ''];
	if (type !== 'HMAC' || !hash) return {};
	// The header's name is not documented; this one is what other implementations guess.
	const signature = createHmac(hash, credentials?.secretKey ?? '')
		.update(body)
		.digest('hex');
	return { 'x-infobip-signature': signature };
}
