import { categoryFacts, type ErrorCategory, type ProviderError } from '../../core/errors';

type Advised = Pick<ProviderError, 'category' | 'advice'>;

/** What to do about an error, where the general advice of its category is for people who work in n8n. */
const ours: Readonly<Partial<Record<ErrorCategory, string>>> = {
	validation: 'Correct what is named, and send it again.',
	auth: 'Put a key that is valid into the configuration, and start the service again.',
	permission: 'The key is known, but may not do this. Give it the permission where it was made.',
	rateLimit: 'Send it again later, and fewer at a time.',
	network: 'Check the base URL in the configuration, and that this machine can reach it.',
};

/** What a person who looks after the service can do about an error. */
export function adviceOf({ category, advice }: Advised): string {
	return specialAdvice({ category, advice }) ?? ours[category] ?? advice;
}

/** What is advised about this very error; nothing, where it is what is advised about all of its category. */
export function specialAdvice({
	category,
	advice,
}: Pick<Advised, 'category'> & { advice?: string | undefined }): string | undefined {
	return advice === categoryFacts[category].advice ? undefined : advice;
}
