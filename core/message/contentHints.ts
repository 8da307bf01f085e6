import { mapMedia, type OptionalKeys, usesMedia } from './media';
import type { Place } from './place';
import { mapSuggestions, usesSuggestion } from './suggestions';
import type { Content, Media, RcsMessage, Suggestion } from './types';

/** Where the hints of a content stand: how it looks, and what comes back besides the words of a tap. */
export const contentHints = {
	altText: media('altText'),
	fileName: media('fileName'),
	mimeType: media('mimeType'),
	forceRefresh: media('forceRefresh'),
	thumbnail: media('thumbnailUrl'),
	orientation: {
		path: 'content.orientation',
		used: ({ content }: RcsMessage) =>
			content.kind === 'card' && (content.orientation ?? content.imageAlignment),
		without: onContent((content) => {
			if (content.kind !== 'card') return content;
			const card = { ...content };
			delete card.orientation;
			delete card.imageAlignment;
			return card;
		}),
	},
	width: {
		path: 'content.width',
		used: ({ content }: RcsMessage) => content.kind === 'carousel' && content.width,
		without: onContent((content) => {
			if (content.kind !== 'carousel') return content;
			const carousel = { ...content };
			delete carousel.width;
			return carousel;
		}),
	},
	webview: {
		path: 'suggestions.webview',
		used: ({ content }: RcsMessage) => usesSuggestion(content, opensInWebview),
		without: onContent((content) => mapSuggestions(content, inBrowser)),
	},
	actionPostback: {
		path: 'suggestions.postbackData',
		used: ({ content }: RcsMessage) => usesSuggestion(content, isActionWithPostback),
		without: onContent((content) => mapSuggestions(content, withoutActionPostback)),
	},
} satisfies Record<string, Place>;

function onContent(change: (content: Content) => Content): Place['without'] {
	return (message) => ({ ...message, content: change(message.content) });
}

/** A member of every file and picture of the message. */
function media(key: OptionalKeys): Place {
	const without = <M extends Media>({ [key]: _, ...kept }: M) => kept;
	return {
		path: `media.${key}`,
		used: ({ content }) => usesMedia(content, (file) => Boolean(file[key])),
		without: onContent((content) => mapMedia(content, without)),
	};
}

function opensInWebview(suggestion: Suggestion): boolean {
	return suggestion.type === 'openUrl' && suggestion.webview !== undefined;
}

function inBrowser(suggestion: Suggestion): Suggestion {
	if (suggestion.type !== 'openUrl') return suggestion;
	const link = { ...suggestion };
	delete link.webview;
	return link;
}

function isActionWithPostback({ type, postbackData }: Suggestion): boolean {
	return type !== 'reply' && Boolean(postbackData);
}

function withoutActionPostback(suggestion: Suggestion): Suggestion {
	if (suggestion.type === 'reply') return suggestion;
	const action = { ...suggestion };
	delete action.postbackData;
	return action;
}
