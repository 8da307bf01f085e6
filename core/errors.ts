import type { Problem } from './message/problem';

/**
 * Every way in which working with a provider can go wrong. One closed list: nodes, commands and the
 * docs translate from here and from nowhere else.
 */
export const errorCategories = [
	'validation',
	'auth',
	'permission',
	'configuration',
	'notReachable',
	'blocked',
	'optedOut',
	'consentMissing',
	'frequencyCap',
	'quietHours',
	'notFound',
	'duplicate',
	'template',
	'media',
	'credit',
	'rateLimit',
	'expired',
	'provider',
	'network',
	'unknownOutcome',
] as const;
export type ErrorCategory = (typeof errorCategories)[number];

/** What went wrong at a provider, in its own words and in ours. */
export interface ProviderError {
	category: ErrorCategory;
	/** Whether the same request may succeed later. */
	retryable: boolean;
	/** What happened, in one sentence. */
	message: string;
	/** What a person can do about it. */
	advice: string;
	/** Milliseconds the provider asked to wait. */
	retryAfterMs?: number;
	httpStatus?: number;
	/** The provider's own code, e.g. `EC_UNKNOWN_USER`. */
	code?: string;
	/** Which parts of the request the provider or our validation refused. */
	problems?: Problem[];
}

interface CategoryFacts {
	retryable: boolean;
	advice: string;
	/** Whether it is about the set-up or the provider, and not about one message or recipient. */
	concernsEveryMessage: boolean;
}

export const categoryFacts: Readonly<Record<ErrorCategory, CategoryFacts>> = {
	validation: {
		retryable: false,
		advice: 'Correct the named fields of this item and run it again.',
		concernsEveryMessage: false,
	},
	auth: {
		retryable: false,
		advice: 'Open the credential, check the key and the base URL, and save it: n8n then tests it.',
		concernsEveryMessage: true,
	},
	permission: {
		retryable: false,
		advice:
			'The credential is known, but may not do this. Ask for the RCS permission in the web interface of the provider.',
		concernsEveryMessage: true,
	},
	configuration: {
		retryable: false,
		advice: 'Check the sender and its launch status in the web interface of the provider.',
		concernsEveryMessage: true,
	},
	notReachable: {
		retryable: false,
		advice:
			'This number cannot receive RCS from this sender. Add an SMS fallback or use another channel.',
		concernsEveryMessage: false,
	},
	blocked: {
		retryable: false,
		advice: 'The recipient or the carrier blocks this sender. Do not send again.',
		concernsEveryMessage: false,
	},
	optedOut: {
		retryable: false,
		advice: 'The recipient opted out. Do not send until there is a new opt-in.',
		concernsEveryMessage: false,
	},
	consentMissing: {
		retryable: false,
		advice:
			'Nothing shows that the recipient agreed. Ask for consent first, or record it with proof.',
		concernsEveryMessage: false,
	},
	frequencyCap: {
		retryable: false,
		advice: 'Send it at the time that holdUntil names, or not at all.',
		concernsEveryMessage: false,
	},
	quietHours: {
		retryable: false,
		advice: 'Send it at the time that holdUntil names, or not at all.',
		concernsEveryMessage: false,
	},
	notFound: {
		retryable: false,
		advice: 'Check the name or id; it is not known to the provider.',
		concernsEveryMessage: false,
	},
	duplicate: {
		retryable: false,
		advice: 'A message with this id was accepted before. Use a new message id to send again.',
		concernsEveryMessage: false,
	},
	template: {
		retryable: false,
		advice: 'Check the template name, its approval and its variables.',
		concernsEveryMessage: false,
	},
	media: {
		retryable: false,
		advice:
			'Check that the media URL is public, does not redirect, and has a supported type and size.',
		concernsEveryMessage: false,
	},
	credit: {
		retryable: false,
		advice: 'Top up the account at the provider.',
		concernsEveryMessage: true,
	},
	rateLimit: {
		retryable: true,
		advice: 'Set "Messages per Second" in the options below the limit of your account.',
		concernsEveryMessage: true,
	},
	expired: {
		retryable: false,
		advice:
			'The message was not delivered in its validity time. Send a new one if it still matters.',
		concernsEveryMessage: false,
	},
	provider: {
		retryable: true,
		advice: 'Try again later. If it stays, ask the provider and give the code shown here.',
		concernsEveryMessage: true,
	},
	network: {
		retryable: true,
		advice: 'Check the base URL of the credential and that this machine can reach it.',
		concernsEveryMessage: true,
	},
	unknownOutcome: {
		retryable: false,
		advice:
			'The connection ended before the provider answered, so the message may have been sent. Look it up at the provider before you send it again.',
		concernsEveryMessage: false,
	},
};

/** Makes a ProviderError; `retryable` and `advice` come from the category unless given. */
export function providerError(
	category: ErrorCategory,
	message: string,
	more: Partial<Omit<ProviderError, 'category' | 'message'>> = {},
): ProviderError {
	const { retryable, advice } = categoryFacts[category];
	return { category, retryable, advice, message, ...more };
}

/** The only error class of the core. */
export class RcsError extends Error {
	override readonly name = 'RcsError';

	constructor(readonly detail: ProviderError) {
		super(detail.message);
	}
}

/** One sentence for several problems. */
export function describeProblems(problems: readonly Problem[]): string {
	return problems.map((problem) => problem.message).join('; ');
}
