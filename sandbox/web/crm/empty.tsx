/** Where there is nothing yet: why, and what to do about it. */
export function Empty({ title, advice }: { title: string; advice?: string }) {
	return (
		<div class="empty">
			<strong>{title}</strong>
			{advice !== undefined && <p>{advice}</p>}
		</div>
	);
}
