import { createClock, type Clock } from './account/clock';
import { createSettings, type SettingsStore } from './account/settings';
import { createEventStore, type EventStore } from './events/store';
import { builtIn } from './properties/builtIn';
import { createProperties, type Properties } from './properties/properties';
import { createRules, type Rules } from './properties/rules';
import { type Changes, createChanges } from './records/changes';
import { createRecords, type Records } from './records/records';

/** One HubSpot account: everything it holds. */
export interface Portal {
	clock: Clock;
	settings: SettingsStore;
	properties: Properties;
	records: Records;
	changes: Changes;
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
		changes: createChanges(),
		reset() {
			for (const part of Object.values(parts)) part.reset();
		},
	};
}
