import { randomUUID } from 'node:crypto';

import type { ContactBody } from './types';

export interface Contact extends ContactBody {
	id: string;
	opt_in_status: 'opted_in' | 'opted_out' | 'unknown';
	tags: string[];
	attributes: Record<string, string>;
	updated_at: string;
}

export interface Contacts {
	list(): Contact[];
	find(id: string): Contact | undefined;
	/** Undefined when the phone has a contact already. */
	add(body: ContactBody): Contact | undefined;
	change(contact: Contact, change: Partial<ContactBody>): Contact;
	/** Adds a contact, or changes the one that its phone has. */
	put(body: ContactBody): void;
	remove(id: string): void;
	reset(): void;
}

/** The address book of the account. */
export function createContacts(): Contacts {
	const contacts = new Map<string, Contact>();
	const withPhone = (phone: string): Contact | undefined =>
		[...contacts.values()].find((contact) => contact.phone === phone);

	function change(contact: Contact, changes: Partial<ContactBody>): Contact {
		return Object.assign(contact, changes, { updated_at: new Date().toISOString() });
	}

	function add(body: ContactBody): Contact | undefined {
		if (withPhone(body.phone)) return undefined;
		const contact: Contact = {
			id: randomUUID(),
			opt_in_status: 'unknown',
			tags: [],
			attributes: {},
			...body,
			updated_at: new Date().toISOString(),
		};
		contacts.set(contact.id, contact);
		return contact;
	}

	return {
		list: () => [...contacts.values()],
		find: (id) => contacts.get(id),
		add,
		change,
		put(body) {
			const known = withPhone(body.phone);
			if (known) change(known, body);
			else add(body);
		},
		remove: (id) => void contacts.delete(id),
		reset: () => contacts.clear(),
	};
}
