import type { Service } from '../service';
import type { Recipient } from './consentRecord';

/** Who may have got the number of a person from this service: the providers and CRMs it works with. */
export function recipientsOf({ accounts, crms }: Pick<Service, 'accounts' | 'crms'>): Recipient[] {
	return [
		...[...accounts.values()].map(({ connection, provider }) => ({
			id: `provider:${connection}`,
			name: provider.profile.displayName,
		})),
		...[...crms.values()].map(({ connection, crm }) => ({
			id: `crm:${connection}`,
			name: crm.displayName,
		})),
	];
}
