import type { Suggestion } from '../../core/message/types';
import { box, tappable, type Element } from '../element';
import { icon, suggestionIcons } from '../icons';
import { placeNotes, type Marks, type NotesAt } from '../marks';
import { chipPaths } from '../paths';
import { marked } from './marked';

/** The chips under the last message of a chat. Their marks stand at `content.suggestions`. */
export function chipElements(
	suggestions: readonly Suggestion[],
	options: { marks?: Marks } = {},
): Element {
	const notesAt = placeNotes(options.marks ?? [], chipPaths(suggestions));
	const chips = suggestions.map((suggestion, i) =>
		marked(suggestionElement('rcs-chip', suggestion), `content.suggestions.${i}`, notesAt),
	);
	return marked(box('rcs-chips', ...chips), 'content.suggestions', notesAt);
}

/** The buttons of a card. */
export function buttonElements(
	suggestions: readonly Suggestion[],
	path: string,
	notesAt: NotesAt,
): Element {
	const buttons = suggestions.map((suggestion, i) =>
		marked(suggestionElement('rcs-button', suggestion), `${path}.${i}`, notesAt),
	);
	return marked(box('rcs-buttons', ...buttons), path, notesAt);
}

function suggestionElement(className: string, suggestion: Suggestion): Element {
	const sign = suggestionIcons[suggestion.type];
	return tappable(
		{ kind: 'suggestion', suggestion },
		{ class: className, 'data-type': suggestion.type },
		sign && icon(sign),
		{ tag: 'span', attributes: { class: 'rcs-label', dir: 'auto' }, children: [suggestion.text] },
	);
}
