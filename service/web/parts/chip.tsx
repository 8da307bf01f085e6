import type { Tone } from '../lib/words';

/** A state in one or two words; never by its colour alone. */
export function Chip({ tone, children }: { tone: Tone; children: string }) {
	return <span class={`chip ${tone}`}>{children}</span>;
}
