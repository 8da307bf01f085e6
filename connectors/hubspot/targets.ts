import { lookUp } from '../../core/json';
import type { CrmSettings } from '../crm';
import { apiUrl } from './api';

interface Target {
	url(settings: CrmSettings): string;
	/** The most rows HubSpot takes at once. */
	most: number;
	/** Its records are contacts. */
	ofContacts?: true;
	/** A record that is in a request twice has all of it refused. */
	oncePerRecord?: true;
	/** The answer says nothing of single rows. */
	silent?: true;
}

/** What rows are written to, in the order in which it is done: history belongs to contacts. */
const targets = {
	update: {
		url: (settings) => apiUrl(settings, 'contacts', '/batch/update'),
		most: 100,
		ofContacts: true,
		oncePerRecord: true,
	},
	upsert: {
		url: (settings) => apiUrl(settings, 'contacts', '/batch/upsert'),
		most: 100,
		ofContacts: true,
		oncePerRecord: true,
	},
	communications: {
		url: (settings) => apiUrl(settings, 'communications', '/batch/create'),
		most: 100,
	},
	communicationUpdates: {
		url: (settings) => apiUrl(settings, 'communications', '/batch/update'),
		most: 100,
		oncePerRecord: true,
	},
	communicationRemovals: {
		url: (settings) => apiUrl(settings, 'communications', '/batch/archive'),
		most: 100,
		silent: true,
		oncePerRecord: true,
	},
	events: { url: (settings) => apiUrl(settings, 'events', '/batch'), most: 500, silent: true },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;

export const targetNames = Object.keys(targets);

/** @throws Error for a row that is none of ours. */
export function targetOf(name: string): Target {
	const target = lookUp<Target>(targets, name);
	if (!target) throw new Error(`HubSpot has no target ${name}`);
	return target;
}
