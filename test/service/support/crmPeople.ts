import { until } from '../../until';
import type { Crms } from './crms';

export type CrmName = 'hubspot' | 'salesforce';

/** The record of a person as somebody who works in the CRM sees it. */
interface Shown {
	id: string;
	object: string;
	name: string;
	phone: string;
	fields: Record<string, string>;
	consentField: { value: string };
}

/** Changes a record. Salesforce refuses it for as long as somebody else writes the record. */
export async function onceFree(crm: CrmName, change: () => Promise<object>): Promise<void> {
	const tried = () =>
		change().catch((error: Error) => {
			if (!error.message.includes('exclusive access')) throw error;
			return undefined;
		});
	await until(tried, `a change in ${crm}`);
}

/** What somebody who works in a CRM sees and does there. */
export function crmPeople(crms: () => Crms) {
	async function find(crm: CrmName, isMeant: (one: Shown) => boolean): Promise<Shown> {
		const { contacts } = await crms().call('GET', `/sandbox/crm/${crm}/contacts`);
		const found = (contacts as Shown[]).find(isMeant);
		if (!found) throw new Error(`Nobody in ${crm} is meant`);
		return found;
	}

	/** Edits the consent of a record. */
	async function editRecord(
		crm: CrmName,
		{ object, id }: Pick<Shown, 'object' | 'id'>,
		value: string,
	) {
		const path = `/sandbox/crm/${crm}/contacts/${object}/${id}/consent`;
		await onceFree(crm, () => crms().call('PUT', path, { value }));
	}

	return {
		find,
		person: (crm: CrmName, phone: string) => find(crm, (one) => one.phone === phone),
		editRecord,
		/** Edits the consent of the person with a phone, and gives the id of the record. */
		async edit(crm: CrmName, phone: string, value: string): Promise<string> {
			const record = await find(crm, (one) => one.phone === phone);
			await editRecord(crm, record, value);
			return record.id;
		},
	};
}
