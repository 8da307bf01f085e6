/** A CRM of the sandbox as somebody who works in it sees and changes it, for the demo and the end-to-end tests. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CrmContact } from '../../sandbox/crm/crm';
import type { CrmName } from './credentials';

/** People in both CRMs, with the phones of the sandbox. */
const customers = [
	{ name: 'Android Customer', phone: '+447700900001' },
	{ name: 'iPhone Customer', phone: '+447700900002' },
	{ name: 'SMS Customer', phone: '+447700900003' },
];

export type Crms = Readonly<Record<CrmName, Crm>>;

export const crmsOf = (sandboxUrl: string): Crms => ({
	hubspot: new Crm(sandboxUrl, 'hubspot'),
	salesforce: new Crm(sandboxUrl, 'salesforce'),
});

export class Crm {
	constructor(
		private readonly sandboxUrl: string,
		readonly id: CrmName,
	) {}

	async addCustomers(): Promise<void> {
		for (const customer of customers) await this.add(customer);
	}

	async add(person: { name: string; phone: string }): Promise<void> {
		await this.call('POST', '', person);
	}

	async contact(phone: string): Promise<CrmContact> {
		const { contacts } = await this.call('GET', '');
		const found = contacts.find((contact) => contact.phone === phone);
		if (found) return found;
		throw new Error(`${this.id} has no contact with the phone ${phone}`);
	}

	/** Waits until a record shows what fits. */
	async shows(
		what: string,
		phone: string,
		fits: (contact: CrmContact) => boolean,
		timeoutMs = 90_000,
	): Promise<CrmContact> {
		let seen = await this.contact(phone);
		for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(100)) {
			if (fits(seen)) return seen;
			seen = await this.contact(phone);
		}
		const fields = JSON.stringify(seen.fields);
		throw new Error(`${what} is not in ${this.id} after ${timeoutMs / 1000} s, but ${fields}`);
	}

	/** Changes the consent status as the CRM's page does: by a person. */
	async setConsent(phone: string, value: string): Promise<void> {
		const { object, id } = await this.contact(phone);
		await this.call('PUT', `/${object}/${id}/consent`, { value });
	}

	private async call(
		method: string,
		path: string,
		body?: object,
	): Promise<{ contacts: CrmContact[] }> {
		const answer = await fetch(`${this.sandboxUrl}/sandbox/crm/${this.id}/contacts${path}`, {
			method,
			...(body && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		if (!answer.ok) throw new Error(`The CRM answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as { contacts: CrmContact[] };
	}
}
