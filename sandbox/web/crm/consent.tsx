import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../lib/ask';
import { Empty } from './empty';
import { FieldList } from './fields';
import type { CrmContact } from './lib/api';

type Field = NonNullable<CrmContact['consentField']>;

interface Props {
	/** Absent until it was set up. */
	field: Field | undefined;
	/** What is known of the consent, by label. */
	fields: Readonly<Record<string, string>>;
	/** Stores a value; resolves when it is seen. */
	onEdit(value: string): Promise<void>;
}

/** The consent of a contact, which can be changed as somebody who works in the CRM. */
export function Consent({ field, fields, onEdit }: Props) {
	if (!field) return <Empty title={NOT_THERE} advice={SET_UP} />;
	const rest = Object.fromEntries(
		Object.entries(fields).filter(([label]) => label !== field.label),
	);
	return (
		<>
			<Form field={field} onEdit={onEdit} />
			<p class="soft">
				Field <code>{field.name}</code>
			</p>
			{Object.keys(rest).length > 0 && <FieldList fields={rest} />}
		</>
	);
}

const NOT_THERE = 'The RCS fields are not there yet.';
const SET_UP =
	'Run the node RCS CRM Sync with the operation Set Up Fields; then consent can be changed here.';

function Form({
	field: { label, value: stored, options },
	onEdit,
}: Omit<Props, 'fields'> & { field: Field }) {
	// Choosing alone changes nothing: at the keyboard a choice passes others on its way.
	const [chosen, setChosen] = useState<string>();
	const [note, setNote] = useState({ about: '', words: '' });
	/** The value that is to be stored last. */
	const asked = useRef<string>(undefined);
	const last = useRef(Promise.resolve());
	useEffect(() => setChosen((now) => (now === stored ? undefined : now)), [stored]);
	const current = chosen ?? stored;
	const save = async (value: string) => {
		try {
			await onEdit(value);
			setNote({ about: value, words: 'Saved' });
		} catch (error) {
			setNote({ about: value, words: `Not saved: ${wordsOf(error)}` });
		} finally {
			if (asked.current === value) asked.current = undefined;
		}
	};
	const submit = (event: Event) => {
		event.preventDefault();
		// Pressed twice, it is saved once; what is chosen meanwhile is saved after it.
		if (asked.current === current) return;
		asked.current = current;
		last.current = last.current.then(() => save(current));
	};
	return (
		<>
			<form class="consent-form" onSubmit={submit}>
				<label class="soft" for="consent">
					{label}
				</label>
				<select
					id="consent"
					value={current}
					onChange={(event) => setChosen(event.currentTarget.value)}
				>
					{[{ value: '', label: 'Not set' }, ...options].map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
				<button type="submit" class="button" id="save-consent">
					Save
				</button>
			</form>
			<p class="soft" id="consent-note" role="status">
				{note.about === current && note.words}
			</p>
		</>
	);
}
