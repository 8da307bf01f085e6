import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
	title: string;
	/** What it is, in a sentence. */
	about?: string;
	/** Beside the title. */
	actions?: ComponentChildren;
	children?: ComponentChildren;
}

/** A titled part of a section. */
export function Panel({ title, about, actions, children }: Props) {
	const id = useId();
	return (
		<section class="card" aria-labelledby={id}>
			<header>
				<div>
					<h2 id={id}>{title}</h2>
					{about && <p class="soft">{about}</p>}
				</div>
				{actions}
			</header>
			{children}
		</section>
	);
}
