import type { Contact, ContactChange, OptInState } from '../../account';
import {
	asArray,
	asNumber,
	asObject,
	asString,
	deepMerge,
	defined,
	type JsonObject,
	lookUp,
	valueAt,
} from '../../json';
import { userNumber } from '../../message/phone';
import type { Call, Provider } from '../../provider';
import { type FieldMap, type FieldValues, place } from './fieldMap';
import { listAll } from './list';
import { restOptions } from './options';
import { objectIn, pick, pickString, readTime } from './read';
import { ask } from './request';

/** The address book: who may be written to, with tags and attributes. */
export const contacts = {
	async list(call) {
		const { fields } = restOptions(call.settings);
		const entries = await listAll(call, 'contacts', 'contacts');
		return entries.map((entry) => toContact(asObject(entry), fields));
	},
	async add(call, contact) {
		const body = encode(call, contact);
		return written(call, body, await ask(call, 'POST', 'contacts', { body }));
	},
	async update(call, id, change) {
		const body = encode(call, change);
		return { ...written(call, body, await ask(call, 'PUT', 'contact', { id, body })), id };
	},
	async remove(call, id) {
		await ask(call, 'DELETE', 'contact', { id });
	},
	async import(call, list) {
		const { fields } = restOptions(call.settings);
		const entries = list.map((contact) => encode(call, contact));
		const body = await ask(call, 'POST', 'importContacts', {
			body: place({ contacts: entries }, fields),
		});
		return countsIn(body, list.length);
	},
} satisfies NonNullable<Provider['contacts']>;

const optInWords: Readonly<Record<OptInState, string>> = {
	optedIn: 'opted_in',
	optedOut: 'opted_out',
	unknown: 'unknown',
};

const optInStates: Readonly<Record<string, OptInState>> = {
	opted_in: 'optedIn',
	subscribed: 'optedIn',
	true: 'optedIn',
	opted_out: 'optedOut',
	unsubscribed: 'optedOut',
	false: 'optedOut',
};

function encode({ settings }: Call, { optIn, ...contact }: Partial<ContactChange>): JsonObject {
	const values: FieldValues = { ...contact, optIn: optIn && optInWords[optIn] };
	return place(values, restOptions(settings).fields);
}

/** The contact as the service answers it; what it does not repeat is as it was sent. */
function written({ settings }: Call, sent: JsonObject, answer: unknown): Contact {
	const { fields } = restOptions(settings);
	return {
		...toContact(deepMerge(sent, objectIn(answer, 'contact')), fields),
		raw: answer ?? null,
	};
}

function toContact(entry: JsonObject, fields: FieldMap): Contact {
	const phone = asString(valueAt(entry, fields.phone));
	const tags = valueAt(entry, fields.tags);
	const attributes = Object.entries(asObject(valueAt(entry, fields.attributes)));
	const optIn = String(valueAt(entry, fields.optIn) ?? '');
	return {
		id: pickString(entry, 'id', 'contact_id') ?? phone ?? '',
		phone: phone ? userNumber(phone) : '',
		...defined({
			optIn: optIn === '' ? undefined : (lookUp(optInStates, optIn.toLowerCase()) ?? 'unknown'),
			tags: tags === undefined ? undefined : asArray(tags).flatMap((tag) => asString(tag) ?? []),
			attributes: attributes.length > 0 ? textsOf(attributes) : undefined,
			updatedAt: readTime(pick(entry, 'updated_at')),
		}),
		raw: entry,
	};
}

function textsOf(entries: readonly [string, unknown][]): Record<string, string> {
	return Object.fromEntries(
		entries.map(([name, value]) => [
			name,
			typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
		]),
	);
}

/** Reads `{accepted, refused}` and the usual other words; what is not said to be refused was accepted. */
function countsIn(body: unknown, sent: number): { accepted: number; refused: number } {
	const answer = objectIn(body, 'import');
	const errors = pick(answer, 'errors');
	const refused = countOf(pick(answer, 'refused', 'rejected', 'failed', 'skipped') ?? errors) ?? 0;
	const accepted = countOf(pick(answer, 'accepted', 'imported', 'queued')) ?? sent - refused;
	return { accepted, refused };
}

function countOf(value: unknown): number | undefined {
	return Array.isArray(value) ? value.length : asNumber(value);
}
