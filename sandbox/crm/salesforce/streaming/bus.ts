import { randomUUID } from 'node:crypto';

import { seeded } from '../../../faults/seeded';
import type { Org } from '../org';
import type { Change } from '../records/changes';
import { ALL_CHANGES, type ChangeEvent, channelOf } from './changeEvent';

/** From where on a subscriber wants events: new ones only, or all that are kept. */
export const ONLY_NEW = -1;
export const ALL_KEPT = -2;

export interface Bus {
	/** The objects whose changes are captured from now on. */
	select(objects: readonly string[]): void;
	/** Whether there is such a channel: its object has to be selected. */
	has(channel: string): boolean;
	/** What a subscriber missed; undefined where its replay id is not of an event that is kept. */
	replay(channel: string, from: number): ChangeEvent[] | undefined;
	on(listener: (event: ChangeEvent) => void): void;
	/** Three days pass: nothing that was captured is kept any longer. */
	expire(): void;
	reset(): void;
}

/** The events of Change Data Capture. The ids grow, and leave some out, as the documents warn. */
export function createBus({ schema, store }: Org): Bus {
	const listeners: ((event: ChangeEvent) => void)[] = [];
	let selected = new Set<string>();
	let kept: ChangeEvent[] = [];
	let lastId = 1000;
	let random = seeded(1);

	store.changes.on((changes) => {
		const transactionKey = randomUUID();
		const captured = changes.filter(({ record }) => selected.has(record.object.name));
		merged(captured).forEach(({ change, recordIds }, index) => {
			lastId += 1 + Math.floor(random() * 3);
			const event: ChangeEvent = {
				replayId: lastId,
				object: change.record.object,
				...{ change, recordIds, transactionKey, sequenceNumber: index + 1, at: Date.now() },
			};
			kept.push(event);
			for (const listener of listeners) listener(event);
		});
	});

	return {
		select(objects) {
			selected = new Set(objects.flatMap((name) => schema.find(name)?.name ?? []));
		},
		has: (channel) =>
			selected.size > 0 &&
			(channel === ALL_CHANGES ||
				schema.objects().some((one) => selected.has(one.name) && channelOf(one) === channel)),
		replay(channel, from) {
			if (from === ONLY_NEW) return [];
			const own = kept.filter((event) => isIn(channel, event));
			if (from === ALL_KEPT) return own;
			const place = own.findIndex(({ replayId }) => replayId === from);
			return place === -1 ? undefined : own.slice(place + 1);
		},
		on: (listener) => void listeners.push(listener),
		expire: () => void (kept = []),
		reset() {
			selected = new Set();
			kept = [];
			random = seeded(1);
		},
	};
}

export const isIn = (channel: string, { object }: ChangeEvent): boolean =>
	channel === ALL_CHANGES || channel === channelOf(object);

/** The same change of several records of an object in one transaction is one event. */
function merged(changes: readonly Change[]): { change: Change; recordIds: string[] }[] {
	const events = new Map<string, { change: Change; recordIds: string[] }>();
	for (const change of changes) {
		const { kind, record, changed, values } = change;
		const same = kind === 'CREATE' ? record.id : changed.map((name) => [name, values[name]]);
		const key = JSON.stringify([kind, record.object.name, same]);
		const event = events.get(key) ?? { change, recordIds: [] };
		events.set(key, event);
		event.recordIds.push(record.id);
	}
	return [...events.values()];
}
