import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type Sign } from '../drawn/icon';

export interface MenuItem {
	word: string;
	sign: Sign;
	act(): void;
}

/** The menu of a conversation. */
export function Menu({ items }: { items: readonly MenuItem[] }) {
	const [open, setOpen] = useState(false);
	const wrap = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();

	useEffect(() => {
		if (!open) return;
		const onPointer = ({ target }: Event) => {
			if (target instanceof Node && !wrap.current?.contains(target)) setOpen(false);
		};
		document.addEventListener('pointerdown', onPointer);
		return () => document.removeEventListener('pointerdown', onPointer);
	}, [open]);

	const onKeyDown = ({ key }: KeyboardEvent) => {
		if (key !== 'Escape' || !open) return;
		setOpen(false);
		button.current?.focus();
	};
	const onFocusOut = ({ relatedTarget: to }: FocusEvent) => {
		if (to instanceof Node && !wrap.current?.contains(to)) setOpen(false);
	};
	const choose = (item: MenuItem) => {
		setOpen(false);
		button.current?.focus();
		item.act();
	};
	return (
		<div
			class="menu"
			ref={wrap}
			data-busy={open ? '' : undefined}
			onKeyDown={onKeyDown}
			onFocusOut={onFocusOut}
		>
			<button
				type="button"
				ref={button}
				class="round"
				aria-label="Conversation menu"
				aria-expanded={open}
				aria-controls={id}
				onClick={() => setOpen(!open)}
			>
				<Icon name="more" />
			</button>
			<ul id={id} class="menu-list" hidden={!open}>
				{items.map((item) => (
					<li key={item.word}>
						<button type="button" onClick={() => choose(item)}>
							<Icon name={item.sign} />
							{item.word}
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
