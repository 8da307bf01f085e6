import type { JsonObject } from '../../../json';
import { invalid } from '../errors';
import type { Portal } from '../portal';
import type { Property } from '../properties/properties';
import type { ObjectType } from '../records/objectTypes';
import { type CrmRecord, valueAt } from '../records/records';
import { show } from '../records/show';
import { comparison, toTest } from './filters';
import type { Search, Sort } from './query';

/** Filters communications by the contact they belong to. */
const ASSOCIATED = 'associations.contact';

/**
 * Searches the index, which knows every record as it was a while ago. Deleted records are gone at once.
 * @throws Refusal
 */
export function search(portal: Portal, type: ObjectType, query: Search): JsonObject {
	const asOf = portal.clock.now() - portal.settings.get().searchLagMs;
	const groups = query.filterGroups.map(({ filters }) =>
		filters.map((filter) => {
			const { propertyName: name } = filter;
			if (name === ASSOCIATED && type === 'communications')
				return associatedWith(filter.values ?? [filter.value ?? '']);
			const test = toTest(filter, propertyOf(portal, type, name));
			return (record: CrmRecord) => test(valueAt(record, name, asOf) ?? '');
		}),
	);
	const found = portal.records
		.list(type)
		.filter(({ createdAt }) => createdAt <= asOf)
		.filter(
			(record) =>
				groups.length === 0 || groups.some((tests) => tests.every((test) => test(record))),
		);
	const sorted = query.sort ? sortBy(portal, type, found, query.sort, asOf) : found;
	const end = query.after + query.limit;
	return {
		total: found.length,
		results: sorted
			.slice(query.after, end)
			.map((record) => show(record, { properties: query.properties }, asOf)),
		...(end < found.length ? { paging: { next: { after: String(end) } } } : {}),
	};
}

const associatedWith =
	(ids: readonly string[]) =>
	(record: CrmRecord): boolean =>
		ids.some((id) => record.contacts.has(id));

/** @throws Refusal */
function propertyOf({ properties }: Portal, type: ObjectType, name: string): Property {
	const property = properties.find(type, name);
	if (property) return property;
	throw invalid(`There was a problem with the request. Property "${name}" does not exist`);
}

function sortBy(
	portal: Portal,
	type: ObjectType,
	records: readonly CrmRecord[],
	{ propertyName, direction = 'ASCENDING' }: Sort,
	asOf: number,
): CrmRecord[] {
	const compare = comparison(propertyOf(portal, type, propertyName));
	const sign = direction === 'ASCENDING' ? 1 : -1;
	const value = (record: CrmRecord): string => valueAt(record, propertyName, asOf) ?? '';
	return records.toSorted((a, b) => {
		const [own, other] = [value(a), value(b)];
		if (own === '' || other === '') return own === other ? 0 : own === '' ? 1 : -1;
		return sign * compare(own, other);
	});
}
