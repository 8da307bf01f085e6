import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';

interface Props {
	title: string;
	/** What will happen. */
	children: ComponentChildren;
	/** On the button that does it. */
	confirm: string;
	/** What has to be typed first, for what cannot be undone. */
	typed?: { label: string; text: string };
	onConfirm(): void;
	onCancel(): void;
}

/** Asks before something is done that cannot be taken back. Closed, it gives the focus back to what had it. */
export function Confirm({ title, children, confirm, typed, onConfirm, onCancel }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const [text, setText] = useState('');
	const id = useId();
	// At once: a key that is pressed next is meant for it.
	useLayoutEffect(() => dialog.current?.showModal(), []);
	const close = () => dialog.current?.close();
	const isReady = typed === undefined || text.replaceAll(' ', '') === typed.text;
	const submit = (event: Event) => {
		event.preventDefault();
		if (!isReady) return;
		close();
		onConfirm();
	};
	return (
		<dialog ref={dialog} aria-labelledby={id} onClose={onCancel}>
			<form onSubmit={submit}>
				<h2 id={id}>{title}</h2>
				{children}
				{typed && (
					<label class="field">
						{typed.label}
						<input
							value={text}
							onInput={(event) => setText(event.currentTarget.value)}
							autocomplete="off"
						/>
					</label>
				)}
				<div class="actions">
					<Button onClick={close}>Cancel</Button>
					<button class="button danger" disabled={!isReady}>
						{confirm}
					</button>
				</div>
			</form>
		</dialog>
	);
}
