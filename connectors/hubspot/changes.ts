import { asArray, asNumber, asObject, asString, defined, parseJson } from '../../core/json';
import { consentEdit } from '../consentEdit';
import type { ConsentChanges, CrmSettings, CrmStatement } from '../crm';
import { answerOf } from './answer';
import { apiUrl } from './api';
import { type Contact, contactProperties, readContact } from './contact';
import { propertyName } from './fields';
import { typedPhones, typedProperties } from './typedPhones';
import { readTime } from './values';

const CHANGED = 'lastmodifieddate';
const PAGE = 200;

/** HubSpot gives no more results of one search. */
const MOST_RESULTS = 10_000;

/** A change shows up in searches only moments later, so the last minutes are looked at again. */
const OVERLAP_MS = 5 * 60_000;

/** Times are milliseconds since 1970. */
interface Cursor {
	/** The latest change that was seen. */
	seen: number;
	/** Where the next page of a round starts. */
	page?: { from: number; after?: string };
}

/**
 * Contacts with a consent status, from the one whose change is oldest. Pages go on from the time of the
 * last contact, not by HubSpot's `after`, which ends at 10,000: that counts only among contacts of one
 * and the same time.
 */
export const changes: ConsentChanges = {
	poll(cursor, settings) {
		const { seen, page } = readCursor(cursor);
		const from = page?.from ?? Math.max(0, seen - OVERLAP_MS);
		return {
			method: 'POST',
			url: apiUrl(settings, 'contacts', '/search'),
			body: {
				filterGroups: [
					{
						filters: [
							{ propertyName: CHANGED, operator: 'GTE', value: String(from) },
							{ propertyName: propertyName('consentStatus'), operator: 'HAS_PROPERTY' },
						],
					},
				],
				properties: [CHANGED, ...contactProperties, ...typedProperties],
				sorts: [{ propertyName: CHANGED, direction: 'ASCENDING' }],
				limit: PAGE,
				after: page?.after ?? '0',
			},
		};
	},
	read(response, cursor, settings) {
		const answer = answerOf(response, settings);
		const contacts = asArray(answer['results']).flatMap(readContact);
		const after = asString(asObject(asObject(answer['paging'])['next'])['after']);
		const before = readCursor(cursor);
		const last = Math.max(before.page?.from ?? 0, ...contacts.map(changedAt));
		const page = after === undefined ? undefined : nextPage(before, last, after);
		const seen = Math.max(before.seen, last);
		return {
			statements: contacts.flatMap((contact) => statementOf(contact, settings)),
			cursor: JSON.stringify({ seen, ...defined({ page }) }),
			more: page !== undefined,
		};
	},
};

function nextPage({ seen, page }: Cursor, last: number, after: string): Cursor['page'] {
	const from = page?.from ?? Math.max(0, seen - OVERLAP_MS);
	if (last > from) return { from: last };
	return Number(after) < MOST_RESULTS ? { from, after } : { from: from + 1 };
}

function readCursor(cursor: string | undefined): Cursor {
	const { seen, page } = asObject(parseJson(cursor ?? ''));
	const { from, after } = asObject(page);
	const start = asNumber(from);
	return {
		seen: asNumber(seen) ?? 0,
		...(start === undefined
			? {}
			: { page: { from: start, ...defined({ after: asString(after) }) } }),
	};
}

function changedAt({ properties }: Contact): number {
	return Date.parse(readTime(properties[CHANGED]) ?? '') || 0;
}

function statementOf(contact: Contact, { defaultCountry }: CrmSettings): CrmStatement[] {
	const { object, id, values } = contact;
	const record = { object, id };
	const at = new Date(changedAt(contact)).toISOString();
	const statement = consentEdit('hubspot', record, values, at);
	const phone = asString(values.phone) ?? typedPhones(contact, defaultCountry)[0];
	return statement && phone !== undefined ? [{ statement, phone, record }] : [];
}
