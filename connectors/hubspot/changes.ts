import type { HttpResponse } from '../../core/http';
import { asNumber, asObject, asString, defined, parseJson } from '../../core/json';
import type { ConsentChanges } from '../crm';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import { consentProperties, consentRecord, current } from './consentRecords';
import { CHANGED, type Contact, readContact } from './contact';
import { propertyName } from './fields';

const ID = 'hs_object_id';
const PAGE = 200;

/** A change shows up in searches only moments later, so the last minutes are looked at again. */
const OVERLAP_MS = 5 * 60_000;

/** Times are milliseconds since 1970. */
interface Cursor {
	/** The latest change that was seen. */
	seen: number;
	page?: Page;
}

/** Contacts that changed at a time or later; with `afterId`, those of that one moment, by their ids. */
interface Page {
	from: number;
	afterId?: string;
}

/**
 * Contacts with a consent status, from the one whose change is oldest. HubSpot's own paging ends at
 * 10,000 results, so a page goes on from the time of the last contact; where one moment fills a whole
 * page, from the id of the last contact of that moment.
 */
export const changes: ConsentChanges = {
	// As if the last change were later, so that looking back ends at this moment.
	startAt: (time) => JSON.stringify({ seen: time + OVERLAP_MS }),
	poll(cursor, settings) {
		const page = pageOf(readCursor(cursor));
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
		const before = readCursor(cursor);
		const page = nextPage(pageOf(before), contacts, hasMore(response));
		const seen = Math.max(before.seen, ...contacts.map(changedAt));
		return {
			records: contacts.map((contact) => consentRecord(contact, settings)),
			cursor: JSON.stringify({ seen, ...defined({ page }) }),
			more: page !== undefined,
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

function pageOf({ seen, page }: Cursor): Page {
	return page ?? { from: Math.max(0, seen - OVERLAP_MS) };
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

function readCursor(cursor: string | undefined): Cursor {
	const { seen, page } = asObject(parseJson(cursor ?? ''));
	const { from, afterId } = asObject(page);
	const start = asNumber(from);
	const own =
		start === undefined
			? {}
			: { page: { from: start, ...defined({ afterId: asString(afterId) }) } };
	return { seen: asNumber(seen) ?? 0, ...own };
}

function changedAt(contact: Contact): number {
	return Date.parse(contact.changedAt ?? '') || 0;
}
