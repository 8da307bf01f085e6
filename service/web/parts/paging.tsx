import type { Pages } from '../lib/usePages';
import { Button } from './button';

interface Props {
	/** Which older ones come next; absent, where there are none, and while nobody knows. */
	next: number | undefined;
	pages: Pages;
	/** Another page is on its way. */
	turning: boolean;
}

/** The way to older rows of a long list, and back. */
export function Paging({ next, pages, turning }: Props) {
	const { before, newer, older } = pages;
	if (next === undefined && before === undefined && !turning) return null;
	return (
		<div class="actions" role="group" aria-label="Pages">
			<Button off={before === undefined} onClick={newer}>
				Newer
			</Button>
			<Button off={next === undefined} onClick={() => next !== undefined && older(next)}>
				Older
			</Button>
		</div>
	);
}
