import type { CrmContact } from '../../../crm/crm';
import { ask } from '../../lib/ask';

export type { CrmContact };

export interface Crm {
	id: string;
	name: string;
}

/** Somebody who is to be added. */
export interface Person {
	name: string;
	phone: string;
}

const people = (crm: string) => `/sandbox/crm/${encodeURIComponent(crm)}/contacts`;

export const crms = async () => (await ask<{ crms: Crm[] }>('GET', '/sandbox/crm')).crms;
/** The phones of the sandbox. */
export const phones = async () =>
	(await ask<{ phones: { name: string; number: string }[] }>('GET', '/sandbox/phones')).phones;
export const contacts = async (crm: string) =>
	(await ask<{ contacts: CrmContact[] }>('GET', people(crm))).contacts;
export const addContact = (crm: string, person: Person) => ask('POST', people(crm), person);
export const editConsent = (crm: string, { object, id }: CrmContact, value: string) =>
	ask('PUT', `${people(crm)}/${object}/${id}/consent`, { value });
