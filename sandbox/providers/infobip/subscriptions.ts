import type { Profile, Security, Subscription } from './types';

/** What is kept of a subscription: its profile stays when the subscription goes. */
type Kept = Omit<Subscription, 'profile'> & { profileId: string };

export interface Subscriptions {
	/** Every subscription with its profile, the latest first. */
	list(): Subscription[];
	find(id: string): Subscription | undefined;
	/** Undefined when the profile is neither given in full nor known by its id. */
	save(subscription: Subscription): Subscription | undefined;
	remove(id: string): void;
	readonly profiles: Map<string, Profile>;
	readonly securities: Map<string, Security>;
	reset(): void;
}

/** Subscriptions, their notification profiles and security settings: three things with ids. */
export function createSubscriptions(): Subscriptions {
	const kept = new Map<string, Kept>();
	const profiles = new Map<string, Profile>();
	const securities = new Map<string, Security>();

	function withProfile({ profileId, ...rest }: Kept): Subscription {
		return { ...rest, profile: profiles.get(profileId) ?? { profileId } };
	}

	function saveProfile(profile: Profile): boolean {
		if (!profile.webhook) return profiles.has(profile.profileId);
		const { security } = profile;
		if (security?.credentials) securities.set(security.authId, security);
		const known = security && (securities.get(security.authId) ?? security);
		profiles.set(profile.profileId, known ? { ...profile, security: known } : profile);
		return true;
	}

	return {
		list: () => [...kept.values()].reverse().map(withProfile),
		find(id) {
			const found = kept.get(id);
			return found && withProfile(found);
		},
		save({ profile, ...rest }) {
			if (!saveProfile(profile)) return undefined;
			const subscription = { ...rest, profileId: profile.profileId };
			kept.set(rest.subscriptionId, subscription);
			return withProfile(subscription);
		},
		remove: (id) => void kept.delete(id),
		profiles,
		securities,
		reset() {
			kept.clear();
			profiles.clear();
			securities.clear();
		},
	};
}
