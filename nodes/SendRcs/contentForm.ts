import { asArray, asBoolean, asObject, asString, defined, type JsonObject } from '../../core/json';
import type { FormContent, FormField } from '../../core/message/types';
import type { Form } from './form';

const types = ['text', 'longText', 'number', 'email', 'phone', 'date'] as const;

/** The form a person fills in, from the fields of `formProperties`. */
export function readFormContent({ read }: Pick<Form, 'read'>): FormContent {
	const fields = asArray(asObject(read('formFields', {}))['field']);
	return {
		kind: 'form',
		title: asString(read('formTitle', '')) ?? '',
		fields: fields.map((field) => readField(asObject(field))),
		...defined({
			description: asString(read('formDescription', '')),
			submitText: asString(read('formSubmitText', '')),
			postbackData: asString(read('formPostbackData', '')),
		}),
	};
}

function readField({ name, label, type, required, choices }: JsonObject): FormField {
	const about = {
		name: asString(name)?.trim() ?? '',
		label: asString(label) ?? '',
		...(asBoolean(required) ? { required: true } : {}),
	};
	if (type === 'choice') return { ...about, type, choices: readChoices(choices) };
	return { ...about, type: types.find((known) => known === type) ?? 'text' };
}

/** One choice a line; an expression may give a list instead. */
function readChoices(choices: unknown): string[] {
	const list = Array.isArray(choices)
		? choices.map(asString)
		: (asString(choices) ?? '').split('\n');
	return list.flatMap((choice) => choice?.trim() || []);
}
