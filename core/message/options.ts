import { type MessageOption, messageOptions } from './limits';
import type { Correlation, RcsMessage } from './types';

interface Place {
	path: string;
	used(message: RcsMessage): unknown;
	/** The message without this option. */
	without(message: RcsMessage): RcsMessage;
	/** An option that is a text, and the limit its length has. */
	text?: {
		limit: 'campaignId' | 'callbackData' | 'url';
		read(message: RcsMessage): string | undefined;
	};
}

/** Where each optional part of a message stands. */
const places: Readonly<Record<MessageOption, Place>> = {
	validity: top('validity'),
	expiresAt: top('expiresAt'),
	schedule: top('schedule'),
	deliveryWindow: top('deliveryWindow'),
	simulate: top('simulate'),
	clickTracking: {
		path: 'tracking.clicks',
		used: (message) => message.tracking?.clicks,
		without: ({ tracking: { clicks: _, ...tracking } = {}, ...rest }) => ({ ...rest, tracking }),
	},
	shortenUrls: {
		path: 'tracking.shortenUrls',
		used: (message) => message.tracking?.shortenUrls,
		without: ({ tracking: { shortenUrls: _, ...tracking } = {}, ...rest }) => ({
			...rest,
			tracking,
		}),
	},
	campaignId: correlation('campaignId', 'campaignId'),
	clientRef: correlation('clientRef', 'callbackData'),
	label: correlation('label'),
	callbackData: correlation('callbackData', 'callbackData'),
	statusUrl: {
		path: 'notify.statusUrl',
		used: (message) => message.notify?.statusUrl,
		without: ({ notify: { statusUrl: _, ...notify } = {}, ...rest }) => ({ ...rest, notify }),
		text: { limit: 'url', read: (message) => message.notify?.statusUrl },
	},
	notify: {
		path: 'notify.enabled',
		used: (message) => message.notify?.enabled !== undefined,
		without: ({ notify: { enabled: _, ...notify } = {}, ...rest }) => ({ ...rest, notify }),
	},
};

function top(key: 'validity' | 'expiresAt' | 'schedule' | 'deliveryWindow' | 'simulate'): Place {
	return {
		path: key,
		used: (message) => message[key],
		without: ({ [key]: _, ...rest }) => rest,
	};
}

function correlation(key: keyof Correlation, limit?: 'campaignId' | 'callbackData'): Place {
	return {
		path: `correlation.${key}`,
		used: (message) => message.correlation?.[key],
		without: ({ correlation: { [key]: _, ...kept } = {}, ...rest }) => ({
			...rest,
			correlation: kept,
		}),
		...(limit ? { text: { limit, read: (message) => message.correlation?.[key] } } : {}),
	};
}

/** The optional parts a message uses, so that a provider without one can refuse or drop it. */
export function optionsInUse(message: RcsMessage): (Place & { option: MessageOption })[] {
	return messageOptions
		.filter((option) => places[option].used(message))
		.map((option) => ({ option, ...places[option] }));
}
