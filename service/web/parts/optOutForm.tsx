import { useState } from 'preact/hooks';
import { ask } from '../lib/api';
import { useAction } from '../lib/useAction';
import { purposeWords } from '../lib/words';
import { Button } from './button';
import { Outcome } from './notice';

interface Props {
	phone: string;
	/** Besides all promotions. */
	purposes: readonly string[];
	onRecorded(): Promise<void>;
}

/** An opt-out that a person told somebody here, e.g. on the phone. */
export function OptOutForm({ phone, purposes, onRecorded }: Props) {
	const [actor, setActor] = useState('');
	const [words, setWords] = useState('');
	const [purpose, setPurpose] = useState('*');
	const action = useAction();
	const submit = (event: Event) => {
		event.preventDefault();
		const proof = { actor: actor.trim(), ...(words.trim() === '' ? {} : { text: words.trim() }) };
		void action.run(async () => {
			await ask('/v1/consent', {
				statements: [{ phone, agent: '*', purpose, state: 'optedOut', origin: 'admin', proof }],
			});
			await onRecorded();
			return 'The opt-out is recorded, and on its way to the CRMs.';
		});
	};
	return (
		<form class="optout" onSubmit={submit}>
			<h3>Record an opt-out</h3>
			<label class="field">
				Your name
				<input
					required
					dir="auto"
					value={actor}
					onInput={(event) => setActor(event.currentTarget.value)}
					autocomplete="name"
				/>
			</label>
			<label class="field">
				Purpose
				<select value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)}>
					{[...new Set(['*', ...purposes])].map((one) => (
						<option key={one} value={one}>
							{purposeWords(one)}
						</option>
					))}
				</select>
			</label>
			<label class="field">
				What the person said
				<input
					dir="auto"
					value={words}
					onInput={(event) => setWords(event.currentTarget.value)}
					placeholder="Optional"
				/>
			</label>
			<Button off={action.busy}>Opt Out</Button>
			<Outcome action={action} />
		</form>
	);
}
