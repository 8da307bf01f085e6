import type { FormContent, FormField } from '../../core/message/types';
import { box, element, tappable, type Element } from '../element';
import type { NotesAt } from '../marks';
import { marked } from './marked';
import { textBlock } from './text';

const inputTypes = {
	text: 'text',
	number: 'number',
	email: 'email',
	phone: 'tel',
	date: 'date',
} as const;

/** Fields to fill in, and the button that submits them. The names of the inputs are those of the fields. */
export function formElement(content: FormContent, notesAt: NotesAt): Element {
	const { title, description, fields, submitText = 'Submit' } = content;
	const submit = tappable({ kind: 'submit' }, { class: 'rcs-submit', type: 'submit' }, submitText);
	return element(
		'form',
		{
			class: 'rcs-card rcs-form',
			'data-orientation': 'vertical',
			'aria-label': title,
			autocomplete: 'off',
		},
		box(
			'rcs-card-words',
			marked(textBlock('rcs-title', title), 'content.title', notesAt),
			description
				? marked(textBlock('rcs-description', description), 'content.description', notesAt)
				: undefined,
			...fields.map((field, i) => marked(fieldElement(field), `content.fields.${i}`, notesAt)),
			marked(submit, 'content.submitText', notesAt),
		),
	);
}

function fieldElement(field: FormField): Element {
	const label = element(
		'span',
		{ class: 'rcs-field-label', dir: 'auto' },
		field.label,
		field.required ? element('span', { class: 'rcs-required' }, ' (required)') : undefined,
	);
	return element('label', { class: 'rcs-form-field' }, label, inputElement(field));
}

function inputElement(field: FormField): Element {
	const common = { class: 'rcs-input', name: field.name, required: field.required };
	if (field.type === 'choice') {
		const choices = field.choices.map((choice) => element('option', { value: choice }, choice));
		return element('select', common, element('option', { value: '' }, 'Choose'), ...choices);
	}
	return field.type === 'longText'
		? element('textarea', { ...common, rows: 2 })
		: element('input', { ...common, type: inputTypes[field.type] });
}
