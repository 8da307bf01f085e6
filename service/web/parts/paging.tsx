interface Props {
	/** Which older ones come next; absent, where there are none. */
	next: number | undefined;
	before: number | undefined;
	onPage(before: number | undefined): void;
}

/** The way to older rows of a long list, and back. */
export function Paging({ next, before, onPage }: Props) {
	if (next === undefined && before === undefined) return null;
	return (
		<div class="actions">
			{before !== undefined && (
				<button type="button" onClick={() => onPage(undefined)}>
					Newest
				</button>
			)}
			{next !== undefined && (
				<button type="button" onClick={() => onPage(next)}>
					Older
				</button>
			)}
		</div>
	);
}
