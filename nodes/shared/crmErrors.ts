import type { CrmConnector } from '../../connectors/crm';
import { categoryFacts, type ErrorCategory, type ProviderError } from '../../core/errors';

/** What to do, in the words of CRMs; for other categories the core's words fit. */
const advice: Readonly<Partial<Record<ErrorCategory, (crm: string) => string>>> = {
	auth: (crm) =>
		`Open the credential, check it and save or connect it again: ${crm} does not let it in.`,
	permission: (crm) =>
		`Give the key, app or user of the credential the permissions and scopes in ${crm} that the documentation lists.`,
	configuration: (crm) =>
		`Run the operation 'Set Up Fields' for ${crm}, and check the options of this node.`,
	notFound: (crm) => `Look the record up in ${crm}: it was deleted or merged.`,
	validation: (crm) =>
		`Correct the field, or the rule in ${crm} that refuses it, and run the item again.`,
	duplicate: (crm) => `Look in ${crm} for the other record that has this value, and merge them.`,
	credit: (crm) => `Make room in ${crm}, or turn off the option 'Keep History'.`,
	rateLimit: (crm) =>
		`The calls that ${crm} allows are used up. Run the items again later: what was written already changes nothing.`,
	provider: (crm) =>
		`${crm} had trouble. Run the items again later: what was written already changes nothing.`,
	unknownOutcome: (crm) =>
		`The answer of ${crm} was lost, so it is not known whether this was written. Run the item again in a few minutes: what is there by then is not written twice.`,
};

/** The error with advice about a CRM, unless it has advice of its own. */
export function inCrmWords({ displayName }: CrmConnector, error: ProviderError): ProviderError {
	const { category } = error;
	const isOwn = error.advice !== categoryFacts[category].advice;
	const words = isOwn ? undefined : advice[category]?.(displayName);
	return words === undefined ? error : { ...error, advice: words };
}
