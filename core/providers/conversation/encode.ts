import { asObject, deepMerge, defined, type JsonObject } from '../../json';
import type { Content, FormContent, FormField, Media, ReadyMessage } from '../../message/types';
import { contentMessage } from '../../rbm/content';
import type { Dialect } from '../../rbm/dialect';
import { suggestionList } from '../../rbm/suggestions';

/**
 * The body of POST /v1/messages. The conversation is the person's phone number. Suggestions of cards
 * stand in the card, those of the message beside its content.
 */
export function encodeMessage(message: ReadyMessage): JsonObject {
	const [fallback] = message.fallback ?? [];
	return deepMerge(
		{
			conversationId: message.to,
			messageId: message.id,
			message: defined({
				...encodeContent(message.content),
				fallbackText: fallback?.channel === 'sms' ? fallback.text : undefined,
			}),
		},
		message.providerOptions ?? {},
	);
}

const dialect: Dialect = { file: encodeFile, namesBrowser: false };

function encodeContent(content: Content): JsonObject {
	switch (content.kind) {
		case 'form': {
			const suggestions = suggestionList(content.suggestions, dialect);
			return { form: encodeForm(content), ...defined({ suggestions }) };
		}
		case 'raw':
			return asObject(content.payload);
		case 'file':
		case 'template':
			throw new TypeError(`The conversation API has no ${content.kind}; core/send.ts refuses it`);
		default:
			return contentMessage(content, dialect);
	}
}

function encodeFile({ url, thumbnailUrl, forceRefresh = false }: Media): JsonObject {
	return defined({ contentUrl: url, thumbnailUrl, forceRefresh });
}

/** What the button of a form says that names none. */
const SUBMIT = 'Submit';

/**
 * The guide names forms inside messages but shows none: this shape is ours, in the words of the rest
 * of the API. The button is labelled like a suggestion, and its postback comes back with the values.
 */
function encodeForm({
	title,
	description,
	fields,
	submitText,
	postbackData,
}: FormContent): JsonObject {
	const text = submitText || SUBMIT;
	return defined({
		title,
		description: description || undefined,
		fields: fields.map(encodeField),
		submit: { text, postbackData: postbackData || text },
	});
}

function encodeField(field: FormField): JsonObject {
	const { name, label, required = false } = field;
	const type = fieldTypes[field.type];
	return {
		name,
		label,
		type,
		required,
		...(field.type === 'choice' ? { options: field.choices } : {}),
	};
}

const fieldTypes: Readonly<Record<FormField['type'], string>> = {
	text: 'TEXT',
	longText: 'LONG_TEXT',
	number: 'NUMBER',
	email: 'EMAIL',
	phone: 'PHONE',
	date: 'DATE',
	choice: 'CHOICE',
};
