import { useRef, useState } from 'preact/hooks';
import type { Look } from '../../../../handset/types';
import { Icon } from '../drawn/icon';

const TYPING_EVERY_MS = 3000;
const LONGEST = 3072;

interface Props {
	/** What stands in the empty field. */
	hint: string;
	look: Look;
	/** Tells whether it left the phone. */
	onSend(text: string): Promise<boolean>;
	onTyping(): void;
	onAttach(): void;
}

/** Where the person writes. */
export function Composer({ hint, look, onSend, onTyping, onAttach }: Props) {
	const [text, setText] = useState('');
	const typedAt = useRef(0);
	const sending = useRef(false);

	const onInput = (event: Event) => {
		if (event.target instanceof HTMLInputElement) setText(event.target.value);
		if (Date.now() - typedAt.current < TYPING_EVERY_MS) return;
		typedAt.current = Date.now();
		onTyping();
	};
	const onSubmit = async (event: Event) => {
		event.preventDefault();
		const said = text.trim();
		if (said === '' || sending.current) return;
		sending.current = true;
		// What did not leave the phone stays, so that it need not be typed again.
		const left = await onSend(said);
		sending.current = false;
		if (left) setText((now) => (now.trim() === said ? '' : now));
	};
	return (
		<form class="composer" autocomplete="off" onSubmit={(event) => void onSubmit(event)}>
			<button type="button" class="attach" aria-label="Attach" onClick={onAttach}>
				<Icon name="add" />
			</button>
			<input
				name="text"
				aria-label="Text message"
				placeholder={hint}
				data-start
				enterkeyhint="send"
				maxLength={LONGEST}
				value={text}
				onInput={onInput}
			/>
			<button type="submit" class="send" aria-label="Send" aria-disabled={text.trim() === ''}>
				<Icon name={look === 'ios' ? 'sendUp' : 'send'} />
			</button>
		</form>
	);
}
