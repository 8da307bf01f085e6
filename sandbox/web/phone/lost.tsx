import type { World } from './lib/world';

/** Without the sandbox there is nothing to show: how to get it back. */
export function Lost({ onRetry }: { onRetry(): void }) {
	return (
		<div class="lost-sandbox" role="alert">
			<strong>The sandbox does not answer.</strong>
			<span>
				Start it again with <code>npm start</code>; the page connects by itself.
			</span>
			<button type="button" class="button" onClick={onRetry}>
				Try Again
			</button>
		</div>
	);
}

/** Before anything is known. */
export function Waiting({ connection }: { connection: World['connection'] }) {
	return (
		<p class="waiting">
			{connection === 'lost' ? 'The phones appear here once the sandbox runs.' : 'Connecting…'}
		</p>
	);
}
