import type { ProviderError } from '../../errors';

export interface Meaning extends Partial<Pick<ProviderError, 'retryable' | 'advice'>> {
	category: ProviderError['category'];
	/** What seven.io says, where the answer is nothing but the code. */
	words: string;
}

const FAULTY =
	'This request lacks a part that seven.io needs. If the message is right, look for provider options that replace the part.';

/** What every code means that stands for a refusal. Source: ErrorCode of seven.io's client, and its API pages. */
export const errorCodes: Readonly<Record<string, Meaning>> = {
	201: {
		category: 'validation',
		words: 'the country code or the sender is not valid',
		advice:
			'Check the country code of the number, and the sender of the fallback SMS: at most 11 letters and digits, or a number.',
	},
	202: {
		category: 'validation',
		words: 'the number of the recipient is not valid',
		advice: 'Check the phone number: it must be complete, with the country code.',
	},
	300: {
		category: 'auth',
		words: 'the request has no API key',
		advice: 'Open the credential and enter the API key of your seven.io account.',
	},
	301: { category: 'validation', words: 'the recipient (to) is missing', advice: FAULTY },
	304: { category: 'validation', words: 'the type is missing', advice: FAULTY },
	305: { category: 'validation', words: 'the text is missing', advice: FAULTY },
	306: {
		category: 'configuration',
		words: 'the sender is not valid',
		advice:
			'Check the agent ID in the node or the credential: it must be one of the agents in the settings of your seven.io account, and launched or tested with this number.',
	},
	307: { category: 'validation', words: 'the URL is missing', advice: FAULTY },
	400: {
		category: 'validation',
		words: 'the type is not valid',
		advice:
			"seven.io does not know this kind of content. Set 'Rich Content' in the credential to 'Raw Only' and send the RCS object of seven.io's own pages as raw content.",
	},
	401: {
		category: 'validation',
		words: 'a part is too long',
		advice: 'Shorten the text, the label or the message id.',
	},
	402: {
		category: 'duplicate',
		words:
			'the reload lock holds it back, because the same message went to this number just before',
		advice:
			'The same text was sent to this number within the last 180 seconds, under whatever id. If it was meant twice, wait three minutes, or turn off the reload lock in the settings of seven.io.',
	},
	403: {
		category: 'frequencyCap',
		words: 'the daily limit for this number is reached',
		advice: 'Send to this number tomorrow, or raise its daily limit in the settings of seven.io.',
	},
	500: {
		category: 'credit',
		words: 'the balance is too low',
		advice: 'Top up your seven.io account.',
	},
	600: {
		category: 'provider',
		words: 'the carrier did not take the message',
		advice: 'Try again later. If it stays, ask the support of seven.io.',
	},
	700: {
		category: 'provider',
		words: 'an unknown error occurred',
		advice: 'Try again later. If it stays, ask the support of seven.io.',
	},
	900: {
		category: 'auth',
		words: 'the API key is not valid',
		advice: 'Open the credential and check the API key; it may have been deleted at seven.io.',
	},
	901: {
		category: 'notFound',
		words: 'the message id is not known',
		advice: 'Use the id that seven.io gave the message (providerMessageId), not your own.',
	},
	902: {
		category: 'permission',
		words: 'the API is not activated for this account',
		advice: 'Activate the API in the settings of your seven.io account, or ask its support.',
	},
	903: {
		category: 'permission',
		words: 'requests from this IP address are not allowed',
		advice: 'Add the IP address of this server to the allowed ones of the API key at seven.io.',
	},
};
