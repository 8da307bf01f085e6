import { element, type Element, type Piece } from './element';
import { fallbackElements, type ShownFallback } from './fallback';
import type { Marks } from './marks';
import { chipElements, messageElements } from './message';
import { composerElement } from './parts/composer';
import { frame } from './parts/frame';
import { headerElement } from './parts/header';
import { notesElement } from './parts/notes';
import type { HandsetAgent, HandsetContent, Look, Theme } from './types';

/** A message on a phone that nobody holds: what a preview is made of. */
export interface Preview {
	/** Absent where only the fallback is shown: the header then names who sends it. */
	content?: HandsetContent;
	agent: HandsetAgent;
	look: Look;
	theme: Theme;
	/** What arrives on other channels where RCS cannot deliver. */
	fallback?: readonly ShownFallback[];
	marks?: Marks;
	/** Whether the chips under the message are shown. Absent: they are. */
	chips?: boolean;
	/** Embedded pictures (`data:image/…`) by the address they stand for. */
	pictures?: Readonly<Record<string, string>>;
}

/** The phone of a preview: header, message with its chips, fallback, composer, and the notes below. */
export function previewElement(preview: Preview): Element {
	const { content, look, theme, marks = [], fallback = [] } = preview;
	const agent = previewAgent(preview);
	const thread = element(
		'main',
		{ class: 'rcs-thread' },
		content && messageElements(content, { look, placedAs: 'incoming', marks }),
		previewChips(preview),
		fallback.length > 0 ? fallbackElements(fallback, { look, marks }) : undefined,
	);
	const phone: Piece[] = [
		headerElement(agent, look),
		thread,
		composerElement(look, content !== undefined),
	];
	const notes = marks.length > 0 ? notesElement(marks) : undefined;
	const framed = frame(
		{ agent, look, theme },
		element('div', { class: 'rcs-screen' }, ...phone),
		notes,
	);
	return withPictures(framed, preview.pictures ?? {});
}

function previewChips({ content, chips = true, marks = [] }: Preview): Element | undefined {
	const suggestions = content?.suggestions ?? [];
	return chips && suggestions.length > 0 ? chipElements(suggestions, { marks }) : undefined;
}

/** Who the header names. Another channel than RCS verifies nobody and shows no logo. */
export function previewAgent({ content, agent, fallback = [] }: Preview): HandsetAgent {
	if (content) return agent;
	const step = fallback[0]?.step;
	const name = (step?.channel === 'whatsapp' ? step.senderId : step?.from) ?? agent.name;
	return { name, color: agent.color, verified: false };
}

/** Puts embedded pictures where their addresses stood. */
function withPictures(whole: Element, pictures: Readonly<Record<string, string>>): Element {
	const { attributes, children } = whole;
	const src = attributes?.['src'];
	const embedded = typeof src === 'string' && Object.hasOwn(pictures, src) ? pictures[src] : src;
	return {
		...whole,
		...(attributes && {
			attributes: src === undefined ? attributes : { ...attributes, src: embedded },
		}),
		...(children && {
			children: children.map((piece) =>
				typeof piece === 'object' ? withPictures(piece, pictures) : piece,
			),
		}),
	};
}
