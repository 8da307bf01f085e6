import { useRef } from 'preact/hooks';
import type { Look } from '../../../../handset/types';
import { Icon } from '../drawn/icon';

const TYPING_EVERY_MS = 3000;
const LONGEST = 3072;

interface Props {
	/** What stands in the empty field. */
	hint: string;
	look: Look;
	text: string;
	/** Changes what stands in the field by then. */
	onText(change: (now: string) => string): void;
	/** Tells whether it left the phone. */
	onSend(text: string): Promise<boolean>;
	onTyping(): void;
	onAttach(): void;
}

/** Where the person writes. */
export function Composer({ hint, look, text, onText, onSend, onTyping, onAttach }: Props) {
	const typedAt = useRef(0);

	const onInput = ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
		onText(() => value);
		if (Date.now() - typedAt.current < TYPING_EVERY_MS) return;
		typedAt.current = Date.now();
		onTyping();
	};
	const onSubmit = async (event: Event) => {
		event.preventDefault();
		const said = text.trim();
		if (said === '') return;
		// The field is free for what is typed next; what did not leave the phone comes back into it.
		onText(() => '');
		if (!(await onSend(said))) onText((now) => (now === '' ? said : `${said} ${now}`));
	};
	return (
		<form
			class="composer"
			autocomplete="off"
			data-busy={text === '' ? undefined : ''}
			onSubmit={(event) => void onSubmit(event)}
		>
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
