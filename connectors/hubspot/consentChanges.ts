import type { HttpResponse } from '../../core/http';
import { asNumber, asObject, asString, defined, parseJson } from '../../core/json';
import type { ConsentChanges } from '../consentChanges';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import { consentProperties, consentRecord, current } from './consentRecords';
import { CHANGED, type Contact, readContact } from './contact';
import { propertyName } from './fields';

const ID = 'hs_object_id';
const PAGE = 200;

/** Contacts that changed at a time or later; with `afterId`, those of that one moment, by their ids. */
interface Page {
	/** Milliseconds since 1970. */
	from: number;
	afterId?: string;
}

/**
 * Contacts with a consent status, from the one whose change is oldest. HubSpot's own paging ends at
 * 10,000 results, so a page goes on from the time of the last contact; where one moment fills a whole
 * page, from the id of the last contact of that moment.
 */
export const changes: ConsentChanges = {
	startAt: (time) => JSON.stringify({ from: time }),
	poll(cursor, settings) {
		const page = readCursor(cursor);
		return {
			method: 'POST',
			url: apiUrl(settings, 'contacts', '/search'),
			body: {
				filterGroups: [{ filters: [...filtersOf(page), hasStatus] }],
				properties: consentProperties,
				sorts: [{ propertyName: page.afterId ? ID : CHANGED, direction: 'ASCENDING' }],
				limit: PAGE,
				after: '0',
			},
		};
	},
	read(response, cursor, settings) {
		const contacts = resultsOf(response, settings).flatMap(readContact);
		const next = nextPage(readCursor(cursor), contacts, hasMore(response));
		return {
			records: contacts.map((contact) => consentRecord(contact, settings)),
			...(next ? { next: { cursor: JSON.stringify(next), until: next.from } } : {}),
		};
	},
	current,
};

const hasStatus = { propertyName: propertyName('consentStatus'), operator: 'HAS_PROPERTY' };

function filtersOf({ from, afterId }: Page) {
	const value = String(from);
	if (afterId === undefined) return [{ propertyName: CHANGED, operator: 'GTE', value }];
	return [
		{ propertyName: CHANGED, operator: 'EQ', value },
		{ propertyName: ID, operator: 'GT', value: afterId },
	];
}

function nextPage({ from, afterId }: Page, contacts: Contact[], more: boolean): Page | undefined {
	const last = contacts.at(-1);
	if (afterId !== undefined) return more && last ? { from, afterId: last.id } : { from: from + 1 };
	if (!more || !last) return undefined;
	const to = changedAt(last);
	return to > from ? { from: to } : { from, afterId: '0' };
}

function hasMore({ body }: HttpResponse): boolean {
	return asObject(asObject(parseJson(body))['paging'])['next'] !== undefined;
}

function readCursor(cursor: string | undefined): Page {
	const { from, afterId } = asObject(parseJson(cursor ?? ''));
	const start = asNumber(from);
	return start === undefined
		? { from: 0 }
		: { from: start, ...defined({ afterId: asString(afterId) }) };
}

function changedAt(contact: Contact): number {
	return Date.parse(contact.changedAt ?? '') || 0;
}
