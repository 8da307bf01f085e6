import { tiers, type TierName } from './account';

/** What an admin, a sales contract or chance decide about an account. */
export interface Settings {
	tier: TierName;
	/** The daily limit starts again at midnight here. */
	timeZone: string;
	/** Override what the tier grants. */
	callsPerTenSeconds?: number;
	callsPerDay?: number;
	associationCallsPerTenSeconds?: number;
	searchesPerSecond: number;
	/** How long the search index and event read-back trail behind what was committed. */
	searchLagMs: number;
	eventLagMs: number;
	/** How long it takes until a new communication is found among those of its contact. */
	associationLagMs: number;
	/** No document says how many associations of a record are in one answer. */
	associationsPerPage: number;
	/** The status of an answer that holds results and errors: the specification says 200, v3 said 207. */
	partialStatus: 200 | 207;
	/** What a batch update does about ids it does not find: tell them, or refuse the whole batch with 404. */
	missing: 'errors' | 'notFound';
	/** The calling code of phone numbers that are written without one. */
	callingCode: string;
}

const atFirst: Settings = {
	tier: 'enterprise',
	timeZone: 'Europe/London',
	searchesPerSecond: 5,
	searchLagMs: 0,
	eventLagMs: 0,
	associationLagMs: 0,
	associationsPerPage: 100,
	partialStatus: 200,
	missing: 'errors',
	callingCode: '44',
};

export interface SettingsStore {
	get(): Readonly<Settings>;
	limits(): Required<
		Pick<Settings, 'callsPerTenSeconds' | 'callsPerDay' | 'associationCallsPerTenSeconds'>
	>;
	change(changes: Partial<Settings>): void;
	reset(): void;
}

export function createSettings(): SettingsStore {
	let settings = { ...atFirst };
	return {
		get: () => settings,
		limits() {
			const granted = tiers[settings.tier];
			return {
				callsPerTenSeconds: settings.callsPerTenSeconds ?? granted.callsPerTenSeconds,
				callsPerDay: settings.callsPerDay ?? granted.callsPerDay,
				associationCallsPerTenSeconds:
					settings.associationCallsPerTenSeconds ?? granted.associationCallsPerTenSeconds,
			};
		},
		change: (changes) => void (settings = { ...settings, ...changes }),
		reset: () => void (settings = { ...atFirst }),
	};
}
