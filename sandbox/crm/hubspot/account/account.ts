/** The demo account. The key is not a secret: it opens nothing but this sandbox. */
export const ID = 'hubspot';
export const PORTAL_ID = 4010;
export const SERVICE_KEY = 'sandbox-hubspot-key';

/** The key of somebody else's integration with the same account. */
export const OTHER_KEY = 'sandbox-hubspot-other-key';

/** The app whose key, tokens and webhooks these are, and the one of somebody else. */
export const APP_SECRET = 'sandbox-hubspot-client-secret';
export const APP_ID = 4010001;
export const OTHER_APP_ID = 4010002;

/** The one version of the API that is emulated; its date is a part of every path. */
export const VERSION = '2026-09';

/** What the key may do until somebody takes scopes away from it. */
export const allScopes = [
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'behavioral_events.event_definitions.read_write',
	'analytics.behavioral_events.send',
	'oauth',
] as const;

export type Scope = (typeof allScopes)[number];

interface Tier {
	/** Calls in any ten seconds. */
	callsPerTenSeconds: number;
	callsPerDay: number;
	/** Associations are counted apart from everything else. */
	associationCallsPerTenSeconds: number;
	customEvents: boolean;
}

/** What the subscriptions grant to service keys and privately distributed apps. */
export const tiers = {
	free: {
		callsPerTenSeconds: 100,
		callsPerDay: 250_000,
		associationCallsPerTenSeconds: 100,
		customEvents: false,
	},
	professional: {
		callsPerTenSeconds: 190,
		callsPerDay: 625_000,
		associationCallsPerTenSeconds: 150,
		customEvents: false,
	},
	enterprise: {
		callsPerTenSeconds: 190,
		callsPerDay: 1_000_000,
		associationCallsPerTenSeconds: 150,
		customEvents: true,
	},
} as const satisfies Record<string, Tier>;

export type TierName = keyof typeof tiers;
