import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../drawn/icon';
import { useFocusTrap } from '../lib/focus';

interface Props {
	title: string;
	/** How much of the screen it covers; as much as it needs when absent. */
	size?: 'full' | 'tall' | 'half';
	onClose(): void;
	children: ComponentChildren;
}

/** What slides up over the screen of a phone. Escape, the close button and a tap beside it close it. */
export function Sheet({ title, size, onClose, children }: Props) {
	const panel = useRef<HTMLDivElement>(null);
	const id = useId();
	useFocusTrap(panel, onClose);
	const onBackdrop = ({ target, currentTarget }: Event) => {
		if (target === currentTarget) onClose();
	};
	return (
		<div class="sheet-layer" data-busy onClick={onBackdrop}>
			<div
				class={`sheet ${size ?? 'fit'}`}
				role="dialog"
				aria-modal="true"
				aria-labelledby={id}
				tabIndex={-1}
				ref={panel}
			>
				<header class="sheet-head">
					<h3 id={id}>{title}</h3>
					<button type="button" class="round" aria-label="Close" onClick={onClose}>
						<Icon name="close" />
					</button>
				</header>
				<div class="sheet-body">{children}</div>
			</div>
		</div>
	);
}
