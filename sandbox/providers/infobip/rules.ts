import { readTime, type Violation } from '../../validation';
import type {
	DeliveryTimeWindow,
	MessageOptions,
	MessageRequest,
	RcsCard,
	RcsContent,
	RcsMessage,
	RcsSuggestion,
	TemplateContent,
} from './types';

const DAY_MS = 86_400_000;

/** The rules of POST /rcs/2/messages that a schema cannot say. */
export function brokenRules(request: MessageRequest, now: Date): Violation[] {
	const { messages, options } = request;
	return [
		...messages.flatMap((message, index) => brokenByMessage(message, `messages[${index}]`, now)),
		...brokenBySchedule(options?.schedule?.sendAt, now),
		...brokenByOrdering(request),
	];
}

function brokenByMessage({ content, options }: RcsMessage, path: string, now: Date): Violation[] {
	return [
		...brokenByContent(content, `${path}.content`, now),
		...brokenByOptions(options ?? {}, `${path}.options`),
	];
}

/** The rules for a content, of a message or of a template. */
export function brokenByContent(
	content: RcsContent | TemplateContent,
	path: string,
	now: Date,
): Violation[] {
	const chips = 'suggestions' in content ? (content.suggestions ?? []) : [];
	return [...cardsIn(content, path), ...chipsIn(chips, path, now)];

	function cardsIn(card: RcsContent | TemplateContent, at: string): Violation[] {
		if (card.type === 'CARD') return brokenByCard(card.content, `${at}.content`, now);
		if (card.type !== 'CAROUSEL') return [];
		return card.contents.flatMap((each, index) => [
			...brokenByCard(each, `${at}.contents[${index}]`, now),
			...tooTall(each, card.cardWidth, `${at}.contents[${index}]`),
		]);
	}
}

function tooTall({ media }: RcsCard, width: string, path: string): Violation[] {
	if (width !== 'SMALL' || media?.height !== 'TALL') return [];
	return [broken(`${path}.media.height`, 'must not be TALL when cardWidth is SMALL')];
}

function brokenByCard(card: RcsCard, path: string, now: Date): Violation[] {
	const empty = card.title === undefined && card.media === undefined;
	return [
		...(empty ? [broken(path, 'must contain media or title')] : []),
		...chipsIn(card.suggestions ?? [], path, now),
	];
}

function chipsIn(chips: readonly RcsSuggestion[], path: string, now: Date): Violation[] {
	return chips.flatMap((chip, index) => brokenByChip(chip, `${path}.suggestions[${index}]`, now));
}

function brokenByChip(chip: RcsSuggestion, path: string, now: Date): Violation[] {
	if (chip.type === 'OPEN_URL') {
		const lacksMode = chip.application === 'WEBVIEW' && chip.webviewViewMode === undefined;
		return lacksMode
			? [broken(`${path}.webviewViewMode`, 'must be defined when application is WEBVIEW')]
			: [];
	}
	if (chip.type !== 'CREATE_CALENDAR_EVENT') return [];
	const start = readTime(chip.startTime);
	const end = readTime(chip.endTime);
	return [
		...(start <= now.getTime() ? [broken(`${path}.startTime`, 'must be in the future')] : []),
		...(end <= now.getTime() ? [broken(`${path}.endTime`, 'must be in the future')] : []),
		...(end <= start ? [broken(`${path}.endTime`, 'must be after startTime')] : []),
	];
}

function brokenByOptions(options: MessageOptions, path: string): Violation[] {
	const { smsFailover, mmsFailover, deliveryTimeWindow } = options;
	return [
		...(smsFailover && mmsFailover
			? [broken(path, 'only one of smsFailover and mmsFailover can be set')]
			: []),
		...brokenByWindow(deliveryTimeWindow, `${path}.deliveryTimeWindow`),
	];
}

/** From and to: both or none, and at least an hour apart. */
function brokenByWindow(window: DeliveryTimeWindow | undefined, path: string): Violation[] {
	const { from, to } = window ?? {};
	if (!from && !to) return [];
	if (!from || !to) return [broken(path, 'from and to must be provided together or omitted')];
	const minutes = to.hour * 60 + to.minute - (from.hour * 60 + from.minute);
	return minutes >= 60 ? [] : [broken(path, 'from and to must be at least 1 hour apart')];
}

function brokenBySchedule(sendAt: string | undefined, now: Date): Violation[] {
	if (sendAt === undefined || readTime(sendAt) <= now.getTime() + 180 * DAY_MS) return [];
	return [broken('options.schedule.sendAt', 'must be at most 180 days in the future')];
}

function brokenByOrdering({ messages, options }: MessageRequest): Violation[] {
	const ordering = options?.messageOrdering;
	if (!ordering || ordering.respectOrder === false) return [];
	const path = 'options.messageOrdering';
	const failover = messages.map((each) =>
		Boolean(each.options?.smsFailover ?? each.options?.mmsFailover),
	);
	const onlyFirst = messages.length === 2 && failover[0] === true && failover[1] === false;
	const none = messages.length >= 2 && messages.length <= 10 && !failover.includes(true);
	const shared = new Set(messages.map(whatOrderingShares));
	return [
		...(onlyFirst || none
			? []
			: [
					broken(
						path,
						'2 messages with failover for the first, or 2 to 10 without any, are allowed',
					),
				]),
		...(shared.size === 1
			? []
			: [broken(path, 'messages must share sender, destinations and options')]),
	];
}

const whatOrderingShares = ({ sender, destinations, options, webhooks }: RcsMessage): string =>
	JSON.stringify([
		sender,
		destinations.map(({ to }) => to),
		options?.platform,
		options?.deliveryTimeWindow,
		options?.campaignReferenceId,
		webhooks,
	]);

const broken = (property: string, violation: string): Violation => ({ property, violation });
