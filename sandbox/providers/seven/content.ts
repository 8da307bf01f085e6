import type { Card, Content } from '../../network/types';
import { compile, violationsOf } from '../../validation';
import { toHandset } from '../google-rbm/handset';
import { brokenRules } from '../google-rbm/rules';
import { agentMessage } from '../google-rbm/schema';
import type { AgentMessage, ContentMessage } from '../google-rbm/types';
import { failure, type Failure } from './errors';

/**
 * The RCS object. Its page of the documentation was not available: its inbound objects and its
 * capabilities are those of Google, so it is taken to be Google's AgentContentMessage, which may be
 * tagged with `contentType`.
 */
const isMessage = compile<AgentMessage>(agentMessage);

const LONGEST_TEXT = 3072;

/** Which content each tag stands for. */
const tagged = new Map<unknown, (content: ContentMessage) => boolean>([
	['text', ({ text }) => text !== undefined],
	['file', ({ contentInfo }) => contentInfo !== undefined],
	['richcard', ({ richCard }) => richCard?.standaloneCard !== undefined],
	['carousel', ({ richCard }) => richCard?.carouselCard !== undefined],
]);

/** What the handset shows of the `text` parameter: a text, or an RCS object. */
export function readContent(value: string | object): Content | Failure {
	if (typeof value === 'string') {
		if ([...value].length > LONGEST_TEXT)
			return failure(401, `text: at most ${LONGEST_TEXT} characters`);
		return { kind: 'text', text: value, suggestions: [] };
	}
	const { contentType, ...content } = { contentType: undefined, ...value };
	const message = { contentMessage: content };
	if (!isMessage(message)) return broken(violationsOf(isMessage));
	const { contentMessage } = message;
	if (contentType !== undefined && !tagged.get(contentType)?.(contentMessage))
		return failure(400, 'text.contentType: text, file, richcard or carousel, as is the content');
	const rules = brokenRules(message, new Date());
	if (rules.length > 0) return broken(rules);
	return toHandset(contentMessage, () => undefined) ?? failure(400, 'text: no uploaded files');
}

function broken(violations: readonly { property: string; violation: string }[]): Failure {
	const details = violations.map(
		({ property, violation }) => `${property.replace('contentMessage', 'text')} ${violation}`,
	);
	const tooLong =
		violations.length > 0 && violations.every(({ violation }) => /at most/.test(violation));
	return failure(tooLong ? 401 : 400, details.join('; '));
}

/** The words of a message, for a phone that can only show an SMS. */
export function wordsOf(content: Content): string {
	switch (content.kind) {
		case 'text':
			return content.text;
		case 'file':
			return content.url;
		case 'card':
			return wordsOfCard(content.card);
		case 'carousel':
			return content.cards.map(wordsOfCard).join('\n');
		case 'form':
			return content.title;
	}
}

const wordsOfCard = ({ title, description, media }: Card): string =>
	[title, description, media?.url].filter((part) => part !== undefined).join('\n');
