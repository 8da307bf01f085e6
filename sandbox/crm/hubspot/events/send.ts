import { randomUUID } from 'node:crypto';

import { compact } from '../../../json';
import { anyString } from '../../../providers/schema';
import { invalid } from '../errors';
import { stringValues } from '../input';
import type { Portal } from '../portal';
import { readTime } from '../properties/values';
import type { CrmRecord } from '../records/records';
import { valueOf } from '../records/records';
import type { EventDefinition } from './store';

const MOST_PROPERTIES = 50;

/** An occurrence as it is sent. */
export interface EventInput {
	eventName: string;
	objectId?: string;
	email?: string;
	utk?: string;
	uuid?: string;
	occurredAt?: string;
	properties?: Record<string, string>;
}

export const eventInput = {
	'eventName!': anyString,
	objectId: anyString,
	email: anyString,
	utk: anyString,
	uuid: anyString,
	occurredAt: anyString,
	properties: stringValues,
};

/** Takes occurrences, all or none; that an occurrence has no contact is never told. @throws Refusal */
export function takeEvents(portal: Portal, inputs: readonly EventInput[]): void {
	const definitions = inputs.map((input) => check(portal, input));
	const contacts = portal.records.list('contacts');
	const byMatch = new Map<string, Map<string, CrmRecord>>();

	function matched(name: string, value: string): CrmRecord | undefined {
		const index =
			byMatch.get(name) ?? new Map(contacts.map((one) => [valueOf(one, name) ?? '', one]));
		byMatch.set(name, index);
		return value === '' ? undefined : index.get(value);
	}

	function contactOf(input: EventInput, { matching }: EventDefinition): CrmRecord | undefined {
		if (input.objectId !== undefined) return portal.records.follow('contacts', input.objectId);
		if (input.email !== undefined) return matched('email', input.email.toLowerCase());
		const value = input.properties?.[matching?.eventPropertyName ?? ''];
		return matching && value ? matched(matching.targetObjectPropertyName, value) : undefined;
	}

	inputs.forEach((input, index) => {
		const definition = definitions[index];
		if (!definition) return;
		const given = Object.entries(input.properties ?? {});
		const known = new Set(definition.properties.map(({ name }) => name));
		portal.events.add(
			compact({
				id: randomUUID(),
				uuid: input.uuid,
				eventName: definition.fullyQualifiedName,
				at: portal.clock.now(),
				occurredAt: input.occurredAt ?? portal.clock.iso(),
				properties: Object.fromEntries(given.filter(([name]) => known.has(name))),
				ignored: given.map(([name]) => name).filter((name) => !known.has(name)),
				contactId: contactOf(input, definition)?.id,
			}),
		);
	});
}

/** @throws Refusal */
function check({ events }: Portal, input: EventInput): EventDefinition {
	const definition = events.definition(input.eventName);
	if (!definition || definition.fullyQualifiedName !== input.eventName)
		throw invalid(`There is no event with the name ${input.eventName}`);
	if (Object.keys(input.properties ?? {}).length > MOST_PROPERTIES)
		throw invalid(`An event has at most ${MOST_PROPERTIES} properties`);
	if (input.occurredAt !== undefined && readTime(input.occurredAt) === undefined)
		throw invalid('occurredAt has to be a time in ISO 8601');
	const isNamed = [input.objectId, input.email, input.utk].some((one) => one !== undefined);
	if (!isNamed && !definition.matching)
		throw invalid(
			'One of objectId, email and utk is needed where the event has no customMatchingId',
		);
	return definition;
}
