/** What the webhooks of an app can be about; those of contacts, and those of any object. */
export const subscriptionTypes = [
	'contact.creation',
	'contact.propertyChange',
	'contact.deletion',
	'contact.privacyDeletion',
	'contact.merge',
] as const;

export type SubscriptionType = (typeof subscriptionTypes)[number];

export interface Subscription {
	id: number;
	eventType: SubscriptionType;
	/** Of `contact.propertyChange`: the property. */
	propertyName?: string;
}

/** What a developer sets for the webhooks of an app: one URL for all of them. */
export interface AppSettings {
	targetUrl?: string;
	/** How many requests HubSpot has open at one time. */
	maxConcurrentRequests: number;
	subscriptions: readonly Subscription[];
}

export type AppInput = Partial<Omit<AppSettings, 'subscriptions'>> & {
	subscriptions?: readonly Omit<Subscription, 'id'>[];
};

export interface AppStore {
	get(): Readonly<AppSettings>;
	change(changes: AppInput): void;
	reset(): void;
}

const FIRST_ID = 25_001;
const atFirst: AppSettings = { maxConcurrentRequests: 10, subscriptions: [] };

export function createApp(): AppStore {
	let settings = atFirst;
	return {
		get: () => settings,
		change({ subscriptions, ...changes }) {
			const own = subscriptions?.map((one, index) => ({ ...one, id: FIRST_ID + index }));
			settings = { ...settings, ...changes, ...(own ? { subscriptions: own } : {}) };
		},
		reset: () => void (settings = atFirst),
	};
}
