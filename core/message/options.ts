import { type MessageOption, messageOptions } from './limits';
import { contentHints } from './contentHints';
import type { Place } from './place';
import type { Correlation, FallbackStep, RcsMessage } from './types';

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
	campaignId: correlation('campaignId'),
	clientRef: correlation('clientRef'),
	label: correlation('label'),
	callbackData: correlation('callbackData'),
	statusUrl: {
		path: 'notify.statusUrl',
		used: (message) => message.notify?.statusUrl,
		without: ({ notify: { statusUrl: _, ...notify } = {}, ...rest }) => ({ ...rest, notify }),
		text: { limit: 'url', read: (message) => message.notify?.statusUrl },
	},
	notify: {
		path: 'notify.enabled',
		// Reports are what every provider does by itself; only turning them off asks for something.
		used: (message) => message.notify?.enabled === false,
		without: ({ notify: { enabled: _, ...notify } = {}, ...rest }) => ({ ...rest, notify }),
	},
	from: top('from'),
	traffic: top('traffic'),
	fallbackFrom: {
		path: 'fallback.from',
		used: ({ fallback }) => fallback?.some((step) => 'from' in step && step.from),
		without: ({ fallback = [], ...rest }) => ({ ...rest, fallback: fallback.map(withoutFrom) }),
	},
	language: {
		path: 'content.language',
		used: ({ content }) => content.kind === 'template' && content.language,
		without: (message) => {
			if (message.content.kind !== 'template') return message;
			const content = { ...message.content };
			delete content.language;
			return { ...message, content };
		},
	},
	...contentHints,
};

function withoutFrom(step: FallbackStep): FallbackStep {
	if (step.channel === 'whatsapp') return step;
	const rest = { ...step };
	delete rest.from;
	return rest;
}

type TopOption =
	'validity' | 'expiresAt' | 'schedule' | 'deliveryWindow' | 'simulate' | 'from' | 'traffic';

function top(key: TopOption): Place {
	return {
		path: key,
		used: (message) => message[key],
		without: ({ [key]: _, ...rest }) => rest,
	};
}

function correlation(key: keyof Correlation): Place {
	return {
		path: `correlation.${key}`,
		used: (message) => message.correlation?.[key],
		without: ({ correlation: { [key]: _, ...kept } = {}, ...rest }) => ({
			...rest,
			correlation: kept,
		}),
		text: { limit: key, read: (message) => message.correlation?.[key] },
	};
}

/** The path of an option, whether or not a message uses it. */
export function pathOf(option: MessageOption): string {
	return places[option].path;
}

/** The optional parts a message uses, so that a provider without one can refuse or drop it. */
export function optionsInUse(message: RcsMessage): (Place & { option: MessageOption })[] {
	return messageOptions
		.filter((option) => places[option].used(message))
		.map((option) => ({ option, ...places[option] }));
}
