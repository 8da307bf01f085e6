import { useState } from 'preact/hooks';
import { wordsOf } from '../../lib/ask';
import * as api from '../lib/api';
import { asNumber } from '../lib/openPhones';

/** Sets up a phone with a number of one's own choice. */
export function AddPhone({ onAdded }: { onAdded(number: string): void }) {
	const [problem, setProblem] = useState('');
	const onSubmit = async (event: SubmitEvent) => {
		event.preventDefault();
		if (!(event.target instanceof HTMLFormElement)) return;
		const form = event.target;
		const number = numberIn(form);
		if (number === undefined) {
			setProblem('Write the number with its country code, e.g. +447700900123.');
			return;
		}
		setProblem('');
		try {
			await api.change(number, { rcs: true });
			// Not what was typed meanwhile.
			if (numberIn(form) === number) form.reset();
			onAdded(number);
		} catch (error) {
			setProblem(wordsOf(error));
		}
	};
	return (
		<form class="add-phone" autocomplete="off" onSubmit={(event) => void onSubmit(event)}>
			<label for="new-number">Add a phone</label>
			<div class="row">
				<input
					id="new-number"
					name="number"
					type="tel"
					placeholder="+447700900123"
					aria-describedby="new-number-problem"
					required
				/>
				<button type="submit" class="button">
					Add
				</button>
			</div>
			<p class="problem" id="new-number-problem" role="alert">
				{problem}
			</p>
		</form>
	);
}

const numberIn = (form: HTMLFormElement): string | undefined =>
	asNumber(String(new FormData(form).get('number') ?? ''));
