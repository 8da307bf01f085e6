import type { ComponentChildren } from 'preact';

/** Where there is nothing yet: why, and what to do first. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
	return (
		<div class="empty">
			<strong>{title}</strong>
			{children}
		</div>
	);
}
