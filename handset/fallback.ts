import type { FallbackStep } from '../core/message/types';
import { box, element, type Element } from './element';
import { placeNotes, type Marks } from './marks';
import { marked } from './parts/marked';
import { pictureElement } from './parts/picture';
import { otherChannelElement } from './parts/sms';
import { fallbackPaths } from './paths';
import type { Look } from './types';

/** A step on another channel, as it would arrive. */
export interface ShownFallback {
	step: FallbackStep;
	/** The number of parts an SMS is billed as. */
	parts?: number;
}

/** What a person gets where RCS cannot deliver: a bubble for each step. Marks stand at `fallback.0` and so on, or at `fallback`. */
export function fallbackElements(
	fallback: readonly ShownFallback[],
	options: { look: Look; marks?: Marks },
): Element {
	const notesAt = placeNotes(options.marks ?? [], fallbackPaths(fallback));
	const steps = fallback.map((shown, i) =>
		marked(stepElement(shown, options.look), `fallback.${i}`, notesAt),
	);
	return marked(box('rcs-fallback', ...steps), 'fallback', notesAt);
}

function stepElement(shown: ShownFallback, look: Look): Element {
	const { step } = shown;
	const bubble = otherChannelElement(step.channel, fallbackText(step), { look, first: true });
	const pictures =
		step.channel === 'mms'
			? step.mediaUrls.map((url) => pictureElement('rcs-picture', { url }))
			: [];
	const [label, ...text] = bubble.children ?? [];
	const facts = element('div', { class: 'rcs-facts' }, fallbackFacts(shown));
	return { ...bubble, children: [label, ...pictures, ...text, facts] };
}

/** What the bubble of a step says. A WhatsApp message is a template, whose text is not known here. */
export function fallbackText(step: FallbackStep): string {
	switch (step.channel) {
		case 'sms':
			return step.text;
		case 'mms':
			return [step.subject, step.text].filter(Boolean).join('\n');
		case 'whatsapp':
			return step.templateId === undefined
				? 'WhatsApp message'
				: `WhatsApp template ${step.templateId}`;
	}
}

/** The line under a step: from whom, and in how many parts. */
export function fallbackFacts({ step, parts }: ShownFallback): string {
	const from = step.channel === 'whatsapp' ? step.senderId : step.from;
	const facts = [
		from === undefined ? undefined : `From ${from}`,
		parts === undefined ? undefined : parts === 1 ? '1 part' : `${parts} parts`,
	];
	return facts.filter((fact) => fact !== undefined).join(' · ');
}
