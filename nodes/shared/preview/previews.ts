import { defined } from '../../../core/json';
import { smsSize } from '../../../core/message/sms';
import type { FallbackStep } from '../../../core/message/types';
import type { Mark, Marks } from '../../../handset/marks';
import type { Preview } from '../../../handset/preview';
import type { HandsetContent } from '../../../handset/types';
import type { PreviewOptions, View } from './options';

/** What is to be drawn. */
export interface Scene<Shown = HandsetContent> {
	/** Absent where it cannot be drawn: only its provider knows how it looks. */
	content?: Shown | undefined;
	fallback?: readonly FallbackStep[] | undefined;
	marks: Marks;
}

/** A preview for each look that is wanted and that there is something to show in, with the marks of its parts. */
export function previewsOf(
	{ content, fallback = [], marks }: Scene,
	{ agent, theme, views }: Pick<PreviewOptions, 'agent' | 'theme' | 'views'>,
): { view: View; preview: Preview }[] {
	const steps = fallback.map((step) =>
		step.channel === 'sms' ? { step, parts: smsSize(step.text).parts } : { step },
	);
	const drawn = views.filter((view) => (view === 'fallback' ? steps.length > 0 : content));
	return drawn.map((view) => {
		const part = view === 'fallback' ? { fallback: steps } : defined({ content });
		const look = view === 'ios' ? 'ios' : 'android';
		const own = marks.filter((mark) => isToldIn(view, mark, drawn));
		return { view, preview: { ...part, agent, look, theme, marks: own } };
	});
}

/** A mark belongs to the pictures of its part; where there is none of these, to those there are. */
function isToldIn(view: View, { path }: Mark, drawn: readonly View[]): boolean {
	const isOwn = (one: View) => (one === 'fallback') === path.startsWith('fallback');
	return isOwn(view) || !drawn.some(isOwn);
}
