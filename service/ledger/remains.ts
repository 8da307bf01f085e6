import type { Service } from '../service';
import type { Erasure } from './erase';

/** Where an erased person is known all the same, in words: what this service cannot delete. */
export function remainsOf(
	{ crms, accounts }: Pick<Service, 'crms' | 'accounts'>,
	{ stillToTell, unsureForwards }: Pick<Erasure, 'stillToTell' | 'unsureForwards'>,
): string[] {
	const providers = new Set(
		[...accounts.values()].map(({ provider }) => provider.profile.displayName),
	);
	return [
		...stillToTell.map(
			(connection) =>
				`An opt-out still has to be written to ${connection}. The number is kept until then, and deleted after it.`,
		),
		...(unsureForwards > 0
			? [
					`Webhooks that wait to be handed on have the digits within a longer number and were kept: ${unsureForwards}. Look at them before they are handed on.`,
				]
			: []),
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
