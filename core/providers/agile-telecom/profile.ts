import { rcsLimits } from '../../message/limits';
import type { Profile } from '../../provider';

/** Ids at Agile Telecom are integers; more digits than these no JSON number holds exactly. */
const wholeNumber = { pattern: '^[1-9][0-9]{0,14}$', words: 'a whole number such as 42' };

/**
 * The RCS API of the Qlara platform (formerly LORA). Its guide names two limits only, 2 to 10 cards
 * and 255 characters of a campaign id, so those of RCS Business Messaging hold for the rest.
 */
export const profile: Profile = {
	displayName: 'Agile Telecom',
	docsUrl: 'https://agiletelecom.com/documentation/qlara/guides/rcs',
	exampleBaseUrl: 'https://lora-api.agiletelecom.com',
	exampleAgent: '1',
	certainty: 'documentation-only',
	credential: 'rcsAgileTelecomApi',
	auth: ['apiKey', 'basic'],
	content: ['text', 'card', 'carousel', 'template', 'raw'],
	suggestions: ['reply', 'openUrl', 'dial', 'viewLocation', 'viewLocationQuery', 'calendar'],
	limits: { ...rcsLimits, suggestionsBesideCards: 0 },
	options: ['schedule', 'campaignId', 'notify', 'simulate', 'from', 'fallbackFrom'],
	patterns: {
		from: wholeNumber,
		templateId: wholeNumber,
		whatsappSender: wholeNumber,
		whatsappTemplate: wholeNumber,
	},
	fillsPlaceholders: true,
	fallback: { channels: ['whatsapp', 'sms'], max: 2, needs: { whatsapp: 'sms' } },
	bulk: { messages: 1, numbers: 1 },
	deduplicates: false,
	looksUpByMessageId: true,
	templates: {
		content: ['text', 'card', 'carousel', 'raw'],
		name: { pattern: '\\S', words: 'a name people read' },
		limits: {},
		ids: true,
		description: true,
	},
	webhookAuth: ['header', 'basic', 'urlToken'],
	tapsAreTexts: true,
	events: [
		'message.sent',
		'message.delivered',
		'message.read',
		'message.failed',
		'message.expired',
		'message.replied',
		'message.received',
		'user.optedOut',
		'user.optedIn',
	],
};
