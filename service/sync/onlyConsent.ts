import type { ContactField } from '../../connectors/fields';
import type { ContactValues } from '../../connectors/values';
import type { ToWrite } from './contactsToWrite';

const consentFields: readonly string[] = [
	'consentStatus',
	'consentUpdatedAt',
	'consentSource',
	'consentVersion',
] satisfies ContactField[];

export function withoutConsent(values: ContactValues = {}): ContactValues {
	return fieldsOf(values, (field) => !consentFields.includes(field));
}

/** The consent of contacts and nothing else: it must not fail because of anything else. */
export function onlyConsent({ writes }: ToWrite): ToWrite {
	return {
		writes: writes.map((write) => ({
			...write,
			values: fieldsOf(write.values, (field) => consentFields.includes(field)),
		})),
		happened: { events: [] },
	};
}

function fieldsOf(values: ContactValues, isMeant: (field: string) => boolean): ContactValues {
	return Object.fromEntries(Object.entries(values).filter(([field]) => isMeant(field)));
}
