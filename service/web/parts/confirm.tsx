import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

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

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, children, confirm, typed, onConfirm, onCancel }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const [text, setText] = useState('');
	const id = useId();
	useEffect(() => dialog.current?.showModal(), []);
	const isReady = typed === undefined || text.replaceAll(' ', '') === typed.text;
	const submit = (event: Event) => {
		event.preventDefault();
		if (isReady) onConfirm();
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
					<button type="button" class="button" onClick={onCancel}>
						Cancel
					</button>
					<button class="button danger" disabled={!isReady}>
						{confirm}
					</button>
				</div>
			</form>
		</dialog>
	);
}
