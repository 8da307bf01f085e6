import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import * as api from '../lib/api';
import type { MessageEntry } from '../lib/types';

interface Props {
	message: MessageEntry;
	children: ComponentChildren;
}

/** A form inside a message, sent once. What is filled in stays in its fields, whatever happens to the message meanwhile. */
export function FormSender({ message, children }: Props) {
	const [problem, setProblem] = useState('');
	const [begun, setBegun] = useState(false);
	const sent = useRef(false);

	const onSubmit = async (event: SubmitEvent) => {
		event.preventDefault();
		if (!(event.target instanceof HTMLFormElement) || sent.current) return;
		sent.current = true;
		try {
			await api.submitForm(message, filledIn(event.target));
			setProblem('');
			setBegun(false);
		} catch (error) {
			sent.current = false;
			setProblem(error instanceof Error ? error.message : String(error));
		}
	};
	return (
		<div
			class="form-sender"
			data-busy={begun ? '' : undefined}
			onInput={() => setBegun(true)}
			onSubmit={(event) => void onSubmit(event)}
		>
			{children}
			{problem !== '' && (
				<p class="problem" role="alert">
					{problem}
				</p>
			)}
		</div>
	);
}

const filledIn = (form: HTMLFormElement): Record<string, string> =>
	Object.fromEntries(
		[...new FormData(form)]
			.map(([name, value]) => [name, String(value).trim()])
			.filter(([, value]) => value !== ''),
	);
