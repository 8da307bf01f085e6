import type { Violation } from '../../validation';
import type { AgentMessage, CardBody, ContentMessage, FileContent, SuggestionBody } from './types';

const DAY_MS = 86_400_000;
const LONGEST_MS = 15 * DAY_MS;
const LARGEST_BYTES = 250 * 1024;

const contents = ['text', 'richCard', 'contentInfo', 'uploadedRbmFile'] as const;
const files = ['contentInfo', 'uploadedRbmFile'] as const;
const actions = [
	'openUrlAction',
	'dialAction',
	'viewLocationAction',
	'shareLocationAction',
	'createCalendarEventAction',
] as const;

/** The rules of an AgentMessage that a schema cannot say. */
export function brokenRules(message: AgentMessage, now: Date): Violation[] {
	const { contentMessage: content } = message;
	return [
		...(countOf(content, contents) === 1
			? []
			: [broken('contentMessage', `needs exactly one of ${contents.join(', ')}`)]),
		...brokenTimes(message, now),
		...brokenCards(content),
		...brokenChips(content.suggestions, 'contentMessage'),
		...(Buffer.byteLength(JSON.stringify(message)) > LARGEST_BYTES
			? [broken('message', 'is larger than 250 KB')]
			: []),
	];
}

function brokenTimes({ ttl, expireTime }: AgentMessage, now: Date): Violation[] {
	if (ttl !== undefined && expireTime !== undefined)
		return [broken('expireTime', 'and ttl exclude each other')];
	const ms = validityMs({ ttl, expireTime }, now);
	const path = ttl === undefined ? 'expireTime' : 'ttl';
	if (ms === undefined || (ms > 0 && ms <= LONGEST_MS)) return [];
	return [broken(path, 'must be between now and 15 days from now')];
}

/** How long a message may wait for its phone; undefined where it may wait for ever. */
export function validityMs(
	{ ttl, expireTime }: { ttl?: string | undefined; expireTime?: string | undefined },
	now: Date,
): number | undefined {
	if (ttl !== undefined) return Number(ttl.slice(0, -1)) * 1000;
	return expireTime === undefined ? undefined : Date.parse(expireTime) - now.getTime();
}

function brokenCards({ richCard }: ContentMessage): Violation[] {
	const { standaloneCard, carouselCard } = richCard ?? {};
	const path = 'contentMessage.richCard';
	if (standaloneCard)
		return brokenCard(standaloneCard.cardContent, `${path}.standaloneCard.cardContent`);
	return (carouselCard?.cardContents ?? []).flatMap((card, index) => {
		const at = `${path}.carouselCard.cardContents[${index}]`;
		const isTooTall = carouselCard?.cardWidth === 'SMALL' && card.media?.height === 'TALL';
		return [
			...(isTooTall
				? [broken(`${at}.media.height`, 'TALL is not allowed with cardWidth SMALL')]
				: []),
			...brokenCard(card, at),
		];
	});
}

function brokenCard(card: CardBody, at: string): Violation[] {
	const { title, description, media } = card;
	return [
		...(title || description || media ? [] : [broken(at, 'needs title, description or media')]),
		...(media ? brokenMedia(media, `${at}.media`) : []),
		...brokenChips(card.suggestions, at),
	];
}

function brokenMedia(media: FileContent & { height?: string }, at: string): Violation[] {
	return [
		...(countOf(media, files) === 1
			? []
			: [broken(at, `needs exactly one of ${files.join(', ')}`)]),
		...(media.height === undefined ? [broken(`${at}.height`, 'must not be null')] : []),
	];
}

function brokenChips(chips: readonly SuggestionBody[] = [], path: string): Violation[] {
	return chips.flatMap((chip, index) => {
		if (!('action' in chip)) return [];
		const { action } = chip;
		const at = `${path}.suggestions[${index}].action`;
		const {
			openUrlAction: open,
			viewLocationAction: place,
			createCalendarEventAction: event,
		} = action;
		return [
			...(countOf(action, actions) === 1 ? [] : [broken(at, 'must do exactly one thing')]),
			...(place && (place.latLong === undefined) === (place.query === undefined)
				? [broken(`${at}.viewLocationAction`, 'needs latLong or query, and not both')]
				: []),
			...(open?.webviewViewMode && open.application !== 'WEBVIEW'
				? [broken(`${at}.openUrlAction.webviewViewMode`, 'needs application WEBVIEW')]
				: []),
			...(event && Date.parse(event.endTime) <= Date.parse(event.startTime)
				? [broken(`${at}.createCalendarEventAction.endTime`, 'must be after startTime')]
				: []),
		];
	});
}

function countOf<K extends string>(body: Partial<Record<K, unknown>>, names: readonly K[]): number {
	return names.filter((name) => body[name] !== undefined).length;
}

const broken = (property: string, violation: string): Violation => ({ property, violation });
