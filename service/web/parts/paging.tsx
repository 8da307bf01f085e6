import type { Pages } from '../lib/usePages';

interface Props {
	/** Which older ones come next; absent, where there are none. */
	next: number | undefined;
	pages: Pages;
}

/** The way to older rows of a long list, and back. */
export function Paging({ next, pages }: Props) {
	const { before, newer, older } = pages;
	if (next === undefined && before === undefined) return null;
	return (
		<div class="actions" role="group" aria-label="Pages">
			<button type="button" class="button" disabled={before === undefined} onClick={newer}>
				Newer
			</button>
			<button
				type="button"
				class="button"
				disabled={next === undefined}
				onClick={() => next !== undefined && older(next)}
			>
				Older
			</button>
		</div>
	);
}
