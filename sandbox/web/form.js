import * as api from './api.js';
import { el } from './dom.js';

const inputTypes = { number: 'number', email: 'email', phone: 'tel', date: 'date' };

function control({ name, type, required, choices }) {
	const about = { name, required };
	if (type === 'longText') return el('textarea', { ...about, rows: 3 });
	if (type !== 'choice') return el('input', { ...about, type: inputTypes[type] ?? 'text' });
	const options = choices.map((choice) => el('option', { value: choice }, choice));
	return el('select', about, el('option', { value: '' }, 'Choose…'), ...options);
}

/** The label holds the control, and so names it; the mark is said by `required` itself. */
const field = (about) =>
	el(
		'label',
		{ class: 'field' },
		el(
			'span',
			{},
			about.label,
			about.required && el('span', { class: 'mark', 'aria-hidden': 'true' }, ' *'),
		),
		control(about),
	);

const filledIn = (form) => {
	const values = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
	return Object.fromEntries(values.filter(([, value]) => value !== ''));
};

function draw({ id, provider, to, content }) {
	const problem = el('p', { class: 'problem', role: 'alert' });
	const form = el(
		'form',
		{ class: 'card form', 'aria-label': content.title, autocomplete: 'off' },
		el('div', { class: 'title' }, content.title),
		content.description && el('div', { class: 'description' }, content.description),
		el('fieldset', {}, ...content.fields.map(field)),
		content.fields.some(({ required }) => required) &&
			el('p', { class: 'hint', 'aria-hidden': 'true' }, '* has to be filled in'),
		problem,
		el('button', { type: 'submit' }, content.submitText),
	);
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		try {
			await api.submitForm(to, { messageId: id, provider, values: filledIn(form) });
			problem.textContent = '';
		} catch (error) {
			problem.textContent = error.message;
		}
	});
	return form;
}

/** Forms outlive the entry they stand in, so that what is typed survives when its message is read. */
const forms = new Map();

/** A form of the business; once it is submitted, nothing in it can be changed. */
export function drawForm(message, submitted) {
	const key = `${message.key} ${message.createdAt}`;
	const form = forms.get(key) ?? draw(message);
	forms.set(key, form);
	form.querySelector('fieldset').disabled = submitted;
	const button = form.querySelector('button');
	button.disabled = submitted;
	button.textContent = submitted ? 'Submitted' : message.content.submitText;
	return form;
}

/** What was submitted, by the labels of its form. */
export function drawAnswers(values, form) {
	const label = (name) => form?.content.fields.find((one) => one.name === name)?.label ?? name;
	const answers = Object.entries(values).flatMap(([name, value]) => [
		el('dt', {}, label(name)),
		el('dd', {}, value),
	]);
	return el('dl', { class: 'bubble answers', 'aria-label': 'Submitted form' }, ...answers);
}
