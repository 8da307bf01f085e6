import { rcsLimits } from '../../message/limits';
import type { Profile } from '../../provider';

/**
 * The conversation-style RCS API: one message a call to one conversation. Its guide shows text, rich
 * cards and carousels, suggested replies and actions, a fallback text, and signed webhooks; it names
 * forms, and no limits, so those of RCS Business Messaging hold.
 */
export const profile: Profile = {
	displayName: 'Conversation API',
	docsUrl:
		'https://developers.google.com/business-communications/rcs-business-messaging/reference/rest',
	exampleBaseUrl: 'https://rcs.example.com',
	certainty: 'documentation-only',
	credential: 'rcsConversationApi',
	auth: ['bearer'],
	content: ['text', 'card', 'carousel', 'form', 'raw'],
	suggestions: [
		'reply',
		'openUrl',
		'dial',
		'viewLocation',
		'viewLocationQuery',
		'shareLocation',
		'calendar',
	],
	limits: rcsLimits,
	options: ['forceRefresh', 'thumbnail', 'orientation', 'width', 'webview', 'actionPostback'],
	fallback: { channels: ['sms'], max: 1 },
	bulk: { messages: 1, numbers: 1 },
	retryDelaysMs: [5000, 30_000, 300_000],
	deduplicates: false,
	webhookAuth: ['signature'],
	events: [
		'message.queued',
		'message.sent',
		'message.delivered',
		'message.read',
		'message.failed',
		'message.fallback',
		'message.replied',
		'message.clicked',
		'message.received',
		'user.optedOut',
		'user.optedIn',
	],
};
