import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../lib/ask';
import * as api from '../lib/api';
import { fillIn, forget, isBegun, keep, valuesOf } from '../lib/begunForms';
import type { MessageEntry } from '../lib/types';

interface Props {
	message: MessageEntry;
	children: ComponentChildren;
}

/** A form inside a message, sent once. What is filled in stays in its fields, whatever happens to the message meanwhile. */
export function FormSender({ message, children }: Props) {
	const box = useRef<HTMLDivElement>(null);
	const [problem, setProblem] = useState('');
	const [begun, setBegun] = useState(isBegun(message.key));
	const sent = useRef(false);
	const formIn = () => box.current?.querySelector('form');

	useLayoutEffect(() => {
		const form = formIn();
		if (form) fillIn(message.key, form);
	}, [message.key]);

	const onInput = () => {
		const form = formIn();
		if (!form || sent.current) return;
		keep(message.key, form);
		setBegun(true);
	};
	const onSubmit = async (event: SubmitEvent) => {
		event.preventDefault();
		const form = formIn();
		if (!form || sent.current) return;
		sent.current = true;
		try {
			await api.submitForm(message, filledIn(form));
			setProblem('');
			setBegun(false);
			forget(message.key);
		} catch (error) {
			sent.current = false;
			setProblem(wordsOf(error));
		}
	};
	return (
		<div
			class="form-sender"
			ref={box}
			data-busy={begun ? '' : undefined}
			onInput={onInput}
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
		Object.entries(valuesOf(form))
			.map(([name, value]) => [name, value.trim()])
			.filter(([, value]) => value !== ''),
	);
