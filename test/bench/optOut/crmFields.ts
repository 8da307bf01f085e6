import { setTimeout as sleep } from 'node:timers/promises';
import type { CrmId } from '../../../connectors';
import { isObject, type JsonObject } from '../../../sandbox/json';

/** How a person is known in a CRM, and the field that says what they agreed to. */
interface Fields {
	people: (oracle: JsonObject) => unknown;
	phone: string;
	consent: string;
}

const fields: Readonly<Record<CrmId, Fields>> = {
	hubspot: {
		people: ({ records }) => listOf(records).map(({ properties }) => properties),
		phone: 'rcs_phone_e164',
		consent: 'rcs_consent_status',
	},
	salesforce: {
		people: ({ objects }) => (isObject(objects) ? objects['Contact'] : []),
		phone: 'RCS_Phone_E164__c',
		consent: 'RCS_Consent_Status__c',
	},
};

const STEP_MS = 5;
const PATIENCE_MS = 60_000;

/** Looks every 5 ms until a CRM says that a phone opted out, and gives when that was. @throws Error where it never does. */
export async function optedOutAt(crm: CrmId, sandbox: string, phone: string): Promise<number> {
	const deadline = performance.now() + PATIENCE_MS;
	while (performance.now() < deadline) {
		const { people, ...names } = fields[crm];
		const oracle = (await (
			await fetch(`${sandbox}/sandbox/crm/${crm}/records`)
		).json()) as JsonObject;
		const person = listOf(people(oracle)).find((one) => one[names.phone] === phone);
		if (person?.[names.consent] === 'opted_out') return performance.now();
		await sleep(STEP_MS);
	}
	throw new Error(`${crm} was not told of an opt-out within a minute`);
}

const listOf = (value: unknown): JsonObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];
