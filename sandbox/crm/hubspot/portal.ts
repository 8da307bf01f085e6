import { builtIn } from './properties/builtIn';
import { createClock, type Clock } from './account/clock';
import { createEventStore, type EventStore } from './events/store';
import { createProperties, type Properties } from './properties/properties';
import { createRecords, type Records } from './records/records';
import { createRules, type Rules } from './properties/rules';
import { createSettings, type SettingsStore } from './account/settings';

/** One HubSpot account: everything it holds. */
export interface Portal {
	clock: Clock;
	settings: SettingsStore;
	properties: Properties;
	records: Records;
	rules: Rules;
	events: EventStore;
	reset(): void;
}

export function createPortal(): Portal {
	const parts = {
		clock: createClock(),
		settings: createSettings(),
		properties: createProperties(builtIn),
		records: createRecords(),
		rules: createRules(),
		events: createEventStore(),
	};
	return {
		...parts,
		reset() {
			for (const part of Object.values(parts)) part.reset();
		},
	};
}
