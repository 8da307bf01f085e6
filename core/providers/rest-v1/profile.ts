import { rcsLimits } from '../../message/limits';
import type { Profile } from '../../provider';

/**
 * The generic RCS REST API `/v1` of integration guides. Its guide names endpoints, events and error
 * codes, and shows one body with `to`, `template_id` and `variables`; everything else here is a
 * default that `settings.options` can change. It names no limits, so those of RCS Business Messaging hold.
 */
export const profile: Profile = {
	displayName: 'REST API v1',
	docsUrl: 'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/rest-v1.md',
	exampleBaseUrl: 'https://rcs.example.com',
	certainty: 'documentation-only',
	credential: 'rcsRestV1Api',
	auth: ['apiKey', 'oauth2'],
	content: ['text', 'file', 'card', 'carousel', 'template', 'raw'],
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
	options: [
		'validity',
		'expiresAt',
		'schedule',
		'clickTracking',
		'shortenUrls',
		'campaignId',
		'clientRef',
		'label',
		'callbackData',
		'statusUrl',
		'from',
		'fallbackFrom',
		'language',
		'traffic',
		'altText',
		'forceRefresh',
		'thumbnail',
		'orientation',
		'width',
		'webview',
		'actionPostback',
	],
	/** The guide's own example has a list among them. */
	templateVariables: 'json',
	fallback: { channels: ['sms'], max: 1 },
	/** As long as RCS Business Messaging keeps trying. */
	validity: { min: 1, max: 15 * 24 * 3600 },
	bulk: { messages: 100, numbers: 1 },
	deduplicates: false,
	looksUpByMessageId: true,
	templates: {
		content: ['text', 'file', 'card', 'carousel', 'raw'],
		name: { pattern: '^.{1,200}$', words: '1 to 200 characters' },
		limits: {},
		languages: true,
		ids: true,
		description: true,
	},
	webhookAuth: ['signature'],
	events: [
		'message.queued',
		'message.sent',
		'message.delivered',
		'message.read',
		'message.failed',
		'message.expired',
		'message.fallback',
		'message.replied',
		'message.clicked',
		'message.received',
		'message.complained',
		'user.optedOut',
		'user.optedIn',
		'template.approved',
		'template.rejected',
	],
};
