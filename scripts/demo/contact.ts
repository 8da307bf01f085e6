/** What a contact of a CRM may show. */
import type { CrmContact } from '../../sandbox/crm/crm';

export function isRecent(time = ''): boolean {
	return Date.now() - Date.parse(time) < 10 * 60_000;
}

/** Whether a contact shows a consent and where it came from. */
export function holds(status: string, source: string) {
	return ({ fields }: CrmContact) =>
		fields['RCS consent status'] === status && fields['RCS consent source'] === source;
}
