import { rcsLimits } from '../../message/limits';
import type { Profile } from '../../provider';

const DAYS = 86_400;

/**
 * Google RCS for Business (RBM), REST v1. Sources: the reference of phones.agentMessages and of
 * users.batchGet, and the guides "Send messages", "Receive events" and "Capability checks" (2026-04).
 */
export const profile: Profile = {
	displayName: 'Google RBM',
	docsUrl:
		'https://developers.google.com/business-communications/rcs-business-messaging/reference/rest',
	exampleAgent: 'AGENT_ID',
	certainty: 'documentation-only',
	credential: 'rcsGoogleRbmApi',
	auth: ['serviceAccount'],
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
	limits: { ...rcsLimits, messageId: 36 },
	options: [
		'validity',
		'expiresAt',
		'from',
		'traffic',
		'forceRefresh',
		'thumbnail',
		'orientation',
		'width',
		'webview',
		'actionPostback',
	],
	patterns: {
		id: {
			pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
			words: 'a UUID such as 5f0c7f2e-0b1a-4c3d-8e4f-a1b2c3d4e5f6',
		},
	},
	uploadedFiles: { pattern: '^files/[A-Za-z0-9_-]+$' },
	fallback: { channels: [], max: 0 },
	validity: { min: 1, max: 15 * DAYS },
	bulk: { messages: 1, numbers: 10_000, numbersFrom: 500 },
	deduplicates: true,
	capability: { features: true },
	readNeedsMessageId: true,
	webhookAuth: ['signature'],
	events: [
		'message.delivered',
		'message.read',
		'message.expired',
		'message.replied',
		'message.clicked',
		'message.received',
		'user.typing',
		'user.optedOut',
		'user.optedIn',
		'agent.updated',
	],
};
