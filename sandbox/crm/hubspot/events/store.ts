import type { PropertyType } from '../properties/properties';

/** A custom event of the account, and how its occurrences find their contact. */
export interface EventDefinition {
	name: string;
	/** What occurrences name it by: `pe{portal}_{name}`. */
	fullyQualifiedName: string;
	label: string;
	description: string;
	properties: { name: string; label: string; type: PropertyType }[];
	/** The event property whose value is looked up in a property of the contact. */
	matching?: { eventPropertyName: string; targetObjectPropertyName: string };
	createdAt: string;
}

/** An occurrence that was committed. Nothing drops a repeated uuid: that is for tests to see. */
export interface Occurrence {
	id: string;
	uuid?: string;
	eventName: string;
	at: number;
	occurredAt: string;
	properties: Record<string, string>;
	/** The contact it was matched with; without one HubSpot drops it in silence. */
	contactId?: string;
	/** Properties the definition does not know, which are left out. */
	ignored: string[];
}

export interface EventStore {
	define(definition: EventDefinition): void;
	/** By its name or its full name. */
	definition(name: string): EventDefinition | undefined;
	definitions(): EventDefinition[];
	remove(name: string): void;
	add(occurrence: Occurrence): void;
	occurrences(): Occurrence[];
	reset(): void;
}

/** The custom events of the account. */
export function createEventStore(): EventStore {
	const definitions = new Map<string, EventDefinition>();
	let occurrences: Occurrence[] = [];
	const definition = (name: string): EventDefinition | undefined =>
		definitions.get(name) ??
		[...definitions.values()].find(({ fullyQualifiedName }) => fullyQualifiedName === name);
	return {
		define: (one) => void definitions.set(one.name, one),
		definition,
		definitions: () => [...definitions.values()],
		remove: (name) => void definitions.delete(definition(name)?.name ?? ''),
		add: (occurrence) => void occurrences.push(occurrence),
		occurrences: () => occurrences,
		reset() {
			definitions.clear();
			occurrences = [];
		},
	};
}
