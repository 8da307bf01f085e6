import type { ComponentChildren } from 'preact';

interface Props {
	/** It cannot be pressed now. */
	off?: boolean;
	/** How it looks, besides as a button. */
	kind?: 'main' | 'danger';
	/** Absent for one that sends its form. */
	onClick?(): void;
	children: ComponentChildren;
}

/** A button that keeps the focus while it is off: a browser takes it from one that is `disabled`. */
export function Button({ off = false, kind, onClick, children }: Props) {
	return (
		<button
			type={onClick ? 'button' : 'submit'}
			class={kind ? `button ${kind}` : 'button'}
			aria-disabled={off}
			onClick={(event) => {
				if (off) event.preventDefault();
				else onClick?.();
			}}
		>
			{children}
		</button>
	);
}
