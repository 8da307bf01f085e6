/** Without the sandbox there is nothing to show: how to get it back. */
export function Lost({ onRetry }: { onRetry(): void }) {
	return (
		<div class="lost-sandbox" role="alert">
			<strong>The sandbox does not answer.</strong>
			<span>
				Start it again with <code>npm start</code>; the page connects by itself.
			</span>
			<button type="button" onClick={onRetry}>
				Try Again
			</button>
		</div>
	);
}
