/** What the service says in one word, as people say it. */

/** Categories of errors (core/errors.ts), and what stands for one where no reason was given. */
const categories: Readonly<Record<string, string>> = {
	validation: 'The message was not valid',
	auth: 'The key was refused',
	permission: 'A permission is missing',
	configuration: 'The sender is not set up',
	notReachable: 'The phone cannot receive RCS',
	blocked: 'Blocked by the person or the carrier',
	optedOut: 'The person opted out',
	consentMissing: 'No consent',
	frequencyCap: 'Too many messages to one person',
	quietHours: 'Quiet hours',
	notFound: 'Not known there',
	duplicate: 'Sent before',
	template: 'The template was refused',
	media: 'The media could not be used',
	credit: 'No credit left',
	rateLimit: 'Too fast',
	expired: 'Not delivered in time',
	provider: 'Trouble at the other side',
	network: 'No connection',
	unknownOutcome: 'Nobody knows whether it went out',
	revoked: 'Taken back before it arrived',
	fellBack: 'Another channel took over; no reason was given',
};

const states: Readonly<Record<string, string>> = {
	queued: 'Queued',
	sent: 'Sent',
	failed: 'Failed',
	expired: 'Expired',
	revoked: 'Revoked',
	delivered: 'Delivered',
	read: 'Read',
	clicked: 'Clicked',
	replied: 'Replied',
	optedIn: 'Opted in',
	optedOut: 'Opted out',
	pending: 'Waits for confirmation',
	none: 'Never asked',
};

const channels: Readonly<Record<string, string>> = {
	rcs: 'RCS',
	sms: 'SMS',
	mms: 'MMS',
	whatsapp: 'WhatsApp',
};

const sources: Readonly<Record<string, string>> = {
	keyword: 'Keyword',
	event: 'Provider',
	form: 'Form',
	shop: 'Shop',
	hubspot: 'HubSpot',
	salesforce: 'Salesforce',
	import: 'Import',
	api: 'API',
};

const inWords =
	(table: Readonly<Record<string, string>>) =>
	(word: string | null | undefined): string =>
		word === null || word === undefined ? 'Unknown' : (table[word] ?? word);

export const categoryWords = inWords(categories);
export const stateWords = inWords(states);
export const channelWords = inWords(channels);
export const sourceWords = inWords(sources);

/** An agent or purpose of consent; `*` stands for all. */
export const agentWords = (agent: string) => (agent === '*' ? 'All agents' : agent);
export const purposeWords = (purpose: string) => (purpose === '*' ? 'All promotions' : purpose);

export type Tone = 'good' | 'bad' | 'warn' | 'quiet';

const tones: Readonly<Record<string, Tone>> = {
	delivered: 'good',
	read: 'good',
	optedIn: 'good',
	failed: 'bad',
	expired: 'bad',
	revoked: 'bad',
	optedOut: 'bad',
	pending: 'warn',
};

export const toneOf = (state: string | null): Tone => tones[state ?? ''] ?? 'quiet';
