import type { Service } from '../service';

/** Where an erased person is known all the same, in words: what this service cannot delete. */
export function remainsOf({ crms, accounts }: Pick<Service, 'crms' | 'accounts'>): string[] {
	const providers = new Set(
		[...accounts.values()].map(({ provider }) => provider.profile.displayName),
	);
	return [
		...[...crms.values()].map(
			({ connection, crm }) =>
				`Records with this number in ${connection} (${crm.displayName}) keep what was written to them. Delete the person there.`,
		),
		...[...providers].map(
			(name) => `${name} keeps messages by rules of its own. Ask it to delete them.`,
		),
		'Executions of n8n, back-ups of this database and whatever webhooks were handed on to keep what they have until they are deleted there.',
	];
}
