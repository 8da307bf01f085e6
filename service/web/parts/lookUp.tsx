import { useState } from 'preact/hooks';
import { Button } from './button';

interface Props {
	label: string;
	hint: string;
	/** What a phone's keyboard offers. */
	keys?: 'tel' | 'text';
	busy: boolean;
	onLook(query: string): void;
}

/** Asks for one thing; what is typed never gets into the address of the page. */
export function LookUp({ label, hint, keys = 'text', busy, onLook }: Props) {
	const [query, setQuery] = useState('');
	const submit = (event: Event) => {
		event.preventDefault();
		onLook(query.trim());
	};
	return (
		<form class="lookup" onSubmit={submit}>
			<label class="field">
				{label}
				<input
					inputMode={keys}
					required
					placeholder={hint}
					autocomplete="off"
					spellcheck={false}
					value={query}
					onInput={(event) => setQuery(event.currentTarget.value)}
				/>
			</label>
			<Button kind="main" off={busy}>
				Look Up
			</Button>
		</form>
	);
}
