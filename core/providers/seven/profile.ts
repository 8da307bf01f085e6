import { rcsLimits } from '../../message/limits';
import type { Profile } from '../../provider';

const MINUTES = 60;

/** The charset of `foreign_id` and `label`. */
const plainWord = {
	pattern: '^[a-zA-Z0-9.\\-_@]+$',
	words: 'letters a to z, digits and .-_@ only',
};

/**
 * The RCS API of seven.io. Sources: its RCS page, its webhook and signing pages, its OpenAPI description
 * and its JavaScript client. They name the limits of `foreign_id` and `label`, so that those of RCS
 * Business Messaging hold for the rest. `to` takes several numbers, but `foreign_id` names one message:
 * webhooks could not tell which of several they are about, so each message is a request of its own.
 */
export const profile: Profile = {
	displayName: 'seven.io',
	docsUrl: 'https://docs.seven.io/en/rest-api/endpoints/rcs',
	certainty: 'documentation-only',
	credential: 'rcsSevenApi',
	auth: ['apiKey', 'bearer'],
	content: ['text', 'file', 'card', 'carousel', 'raw'],
	suggestions: [
		'reply',
		'openUrl',
		'dial',
		'viewLocation',
		'viewLocationQuery',
		'shareLocation',
		'calendar',
	],
	limits: { ...rcsLimits, messageId: 64, label: 100 },
	options: [
		'validity',
		'expiresAt',
		'schedule',
		'clickTracking',
		'shortenUrls',
		'label',
		'from',
		'fallbackFrom',
		'forceRefresh',
		'thumbnail',
		'orientation',
		'width',
		'webview',
		'actionPostback',
	],
	// One switch tracks clicks and shortens links. Who asks for short links alone must not get tracking.
	needs: { shortenUrls: 'clickTracking' },
	patterns: { id: plainWord, label: plainWord },
	fallback: { channels: ['sms'], max: 1 },
	// The default is the only length the document names; `ttl` counts in minutes.
	validity: { min: MINUTES, max: 2880 * MINUTES },
	bulk: { messages: 1, numbers: 50 },
	deduplicates: false,
	capability: { features: true },
	webhookAuth: ['signature', 'header'],
	events: [
		'message.queued',
		'message.sent',
		'message.delivered',
		'message.read',
		'message.failed',
		'message.expired',
		'message.replied',
		'message.clicked',
		'message.received',
		'user.typing',
		'user.optedOut',
		'user.optedIn',
	],
};
