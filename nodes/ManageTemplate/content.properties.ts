import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { contentProperties } from '../SendRcs/content.properties';

/** The message types that can be a template. */
const types = ['text', 'card', 'carousel', 'json'];

/** The content fields of a message that a template has too, for the operations that write one. */
export const contentFields: INodeProperties[] = [
	...contentProperties.flatMap(toTemplateField),
	{
		displayName:
			'Write a name in double braces, such as {{first_name}}, where each message fills in something of its own. Keep such fields on "Fixed": in an expression, n8n would fill them in itself.',
		name: 'placeholderNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['template'], operation: ['create', 'update'] } },
	},
];

function toTemplateField(field: INodeProperties): INodeProperties[] {
	const show = field.displayOptions?.show ?? {};
	if (field.name === 'cardsFrom' || show['cardsFrom']?.includes('list')) return [];
	const messageType = shownFor(field, show['messageType']);
	if (messageType?.length === 0) return [];
	const written = forTemplate(field);
	return [
		{
			...written,
			displayOptions: {
				show: {
					resource: ['template'],
					operation: ['create', 'update'],
					...(messageType ? { messageType } : {}),
				},
			},
		},
	];
}

function forTemplate(field: INodeProperties): INodeProperties {
	if (field.name === 'messageType') return withoutOtherTypes(field);
	if (field.name !== 'messageJson') return field;
	const description =
		'The content of the template, as in the JSON of a message; fallback and options are no part of a template';
	return { ...field, description };
}

/** Chips under a card are no part of a template; buttons on the card are. */
function shownFor({ name }: INodeProperties, shown: unknown): string[] | undefined {
	if (!Array.isArray(shown)) return undefined;
	return types.filter(
		(type) => shown.includes(type) && (name !== 'suggestions' || type === 'text'),
	);
}

function withoutOtherTypes(field: INodeProperties): INodeProperties {
	const options = (field.options ?? []).filter((option): option is INodePropertyOptions =>
		'value' in option ? types.includes(String(option.value)) : false,
	);
	return { ...field, options };
}
