import { useEffect, useRef, useState } from 'preact/hooks';
import { Empty } from './empty';
import { FieldList } from './fields';
import { type CrmContact, wordsOf } from './lib/api';

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
	const [note, setNote] = useState('');
	const isSaving = useRef(false);
	useEffect(() => setChosen((now) => (now === stored ? undefined : now)), [stored]);
	const current = chosen ?? stored;
	const submit = async (event: Event) => {
		event.preventDefault();
		if (isSaving.current) return;
		isSaving.current = true;
		try {
			await onEdit(current);
			setNote('Saved');
		} catch (error) {
			setNote(`Not saved: ${wordsOf(error)}`);
		} finally {
			isSaving.current = false;
		}
	};
	return (
		<>
			<form class="consent-form" onSubmit={(event) => void submit(event)}>
				<label class="soft" for="consent">
					{label}
				</label>
				<select
					id="consent"
					value={current}
					onChange={(event) => {
						setChosen(event.currentTarget.value);
						setNote('');
					}}
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
				{note}
			</p>
		</>
	);
}
