import { useRef, useState } from 'preact/hooks';
import { wordsOf } from '../lib/ask';
import * as api from './lib/api';
import type { CrmContact, Person } from './lib/api';

interface Props {
	crm: string | undefined;
	contacts: readonly CrmContact[] | undefined;
	/** Resolves when they are seen. */
	onAdded(): Promise<void>;
}

const nobody: Person = { name: '', phone: '' };

/** Adds somebody to the CRM, or everybody who has a phone in the sandbox. */
export function AddContacts({ crm, contacts, onAdded }: Props) {
	const [person, setPerson] = useState(nobody);
	const [result, setResult] = useState('');
	const isAdding = useRef(false);

	/** One at a time: pressed twice, nobody is added twice. The CRM is the one it was pressed for. */
	const add = async (who: () => Promise<Person[]>) => {
		if (isAdding.current) return;
		if (crm === undefined) return setResult('Not added: no CRM is known yet.');
		isAdding.current = true;
		try {
			const people = await who();
			for (const one of people) await api.addContact(crm, one);
			await onAdded();
			setResult(addedWords(people));
			// Who is typed in meanwhile stays.
			setPerson((typed) => (people.some((one) => isSame(one, typed)) ? nobody : typed));
		} catch (error) {
			setResult(`Not added: ${wordsOf(error)}`);
		} finally {
			isAdding.current = false;
		}
	};
	const missing = async () => {
		const known = new Set(contacts?.map(({ phone }) => phone));
		const all = await api.phones();
		return all
			.filter(({ number }) => !known.has(number))
			.map(({ name, number }) => ({ name, phone: number }));
	};
	const submit = (event: Event) => {
		event.preventDefault();
		void add(async () => [person]);
	};
	return (
		<details id="add-people">
			<summary>Add contacts</summary>
			<form id="add" autocomplete="off" onSubmit={submit}>
				<label class="field">
					Name
					<input
						name="name"
						dir="auto"
						required
						maxLength={100}
						value={person.name}
						onInput={(event) => setPerson({ ...person, name: event.currentTarget.value })}
					/>
				</label>
				<label class="field">
					Phone
					<input
						name="phone"
						type="tel"
						required
						placeholder="+447700900001"
						value={person.phone}
						onInput={(event) => setPerson({ ...person, phone: event.currentTarget.value })}
					/>
				</label>
				<button type="submit" class="button">
					Add
				</button>
			</form>
			<button type="button" class="button" id="add-phones" onClick={() => void add(missing)}>
				Add the sandbox's phones
			</button>
			<p id="add-result" class="soft" role="status">
				{result}
			</p>
		</details>
	);
}

const isSame = (a: Person, b: Person) => a.name === b.name && a.phone === b.phone;

function addedWords([first, ...others]: readonly Person[]): string {
	if (!first) return 'They are all there already';
	return others.length === 0 ? `Added ${first.name}` : `Added ${others.length + 1} contacts`;
}
