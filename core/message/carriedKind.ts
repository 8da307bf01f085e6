import type { Changes } from './changes';
import type { Limits } from './limits';
import { plainText } from './plainText';
import { cardsOf } from './suggestions';
import { codePoints } from './text';
import type {
	Card,
	CardContent,
	CarouselContent,
	Content,
	FileContent,
	FormContent,
	Media,
	Suggestion,
} from './types';

/** Content of a kind the provider lacks becomes a card or text with the same words and links. */
export function carriedKind(content: Content, changes: Changes): Content {
	const { profile } = changes;
	if (profile.content.includes(content.kind)) return content;
	if (content.kind === 'template' || content.kind === 'raw' || content.kind === 'text')
		return content;
	const lacks = `${profile.displayName} has no ${content.kind}`;
	const [first] = content.kind === 'carousel' ? content.cards : [];
	if (content.kind === 'carousel' && first && profile.content.includes('card')) {
		changes.add('content', 'dropped', `${lacks}: only its first card is sent`);
		return asCard(content, first);
	}
	if (content.kind === 'file' && profile.content.includes('card') && showsOnCard(content.file)) {
		changes.add('content', 'turnedIntoCard', `${lacks}: it is sent as a card`);
		return asCard(content, { media: content.file });
	}
	changes.add('content', 'turnedIntoText', `${lacks}: it is sent as text`);
	const chips = [
		...cardChips(content),
		...(content.kind === 'form' ? choiceChips(content, profile.limits) : []),
		...(content.suggestions ?? []),
	];
	return {
		kind: 'text',
		text: plainText(content),
		...(chips.length > 0 ? { suggestions: chips } : {}),
	};
}

/** The buttons of cards, which become chips of the text; links are in the text already. */
function cardChips(content: Content): Suggestion[] {
	return cardsOf(content)
		.flatMap((card) => card.suggestions ?? [])
		.filter((suggestion) => suggestion.type !== 'openUrl');
}

/** The choices of a form that asks one thing only: a tap answers it as well as the form would. */
function choiceChips({ fields }: FormContent, limits: Limits): Suggestion[] {
	const [only, ...others] = fields;
	if (only?.type !== 'choice' || others.length > 0) return [];
	const fit = only.choices.every((choice) => codePoints(choice) <= limits.suggestionText);
	if (!fit || only.choices.length > limits.suggestionsPerMessage) return [];
	return only.choices.map((text) => ({ type: 'reply', text, postbackData: text }));
}

const PICTURE_OR_VIDEO = /\.(jpe?g|png|gif|mp4|m4v|mpe?g|webm)$/i;

/** A card shows pictures and videos only; any other file, and one of unknown type, is a link. */
function showsOnCard({ url, mimeType }: Media): boolean {
	return mimeType
		? /^(image|video)\//i.test(mimeType)
		: PICTURE_OR_VIDEO.test(url.replace(/[?#].*$/s, ''));
}

/** A card with the chips of the content it stands for. */
export function asCard({ suggestions }: FileContent | CarouselContent, card: Card): CardContent {
	return { kind: 'card', card, ...(suggestions ? { suggestions } : {}) };
}
