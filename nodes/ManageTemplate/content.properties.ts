import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { lookUp } from '../../core/json';
import type { ContentKind } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { contentProperties } from '../SendRcs/content.properties';
import { forProviders, providersThat } from '../shared/providerForm';
import { amongProviders } from './amongProviders';
import type { OperationName } from './operations';

/** The message types that can be a template, and the kind of content they make. */
const types: Readonly<Record<string, ContentKind | 'any'>> = {
	card: 'card',
	carousel: 'carousel',
	file: 'file',
	json: 'any',
	text: 'text',
};

/** Chips under a card are no part of a template; buttons on the card are. */
const withSuggestions = ['text', 'file'];

/** The operations that have a content in their form. */
const writing: OperationName[] = ['create', 'previewDraft', 'update'];

/** The content fields of a message that a template has too, for the operations that write one. */
export const contentFields: INodeProperties[] = [
	...contentProperties.flatMap((field) => amongProviders(field)).flatMap(toTemplateField),
	{
		displayName:
			'Write a name in double braces, such as {{first_name}}, where each message fills in something of its own. Keep such fields on "Fixed": in an expression, n8n would fill them in itself.',
		name: 'placeholderNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['template'], operation: writing } },
	},
];

function toTemplateField(field: INodeProperties): INodeProperties[] {
	const show = field.displayOptions?.show ?? {};
	const { provider } = show;
	const { cardsFrom } = show;
	if (field.name === 'cardsFrom' || (cardsFrom && !cardsFrom.includes('form'))) return [];
	const messageType = shownFor(field, show['messageType']);
	if (messageType?.length === 0) return [];
	const written = forTemplate(field);
	return [
		{
			...written,
			displayOptions: {
				show: {
					resource: ['template'],
					operation: writing,
					...(messageType ? { messageType } : {}),
					...(provider ? { provider } : {}),
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

/** The types a field is shown for: those a template can be, and some provider offers. */
function shownFor({ name }: INodeProperties, shown: unknown): string[] | undefined {
	if (!Array.isArray(shown)) return undefined;
	return Object.keys(types).filter(
		(type) =>
			shown.includes(type) &&
			providersThat(keeps(type)).length > 0 &&
			(name !== 'suggestions' || withSuggestions.includes(type)),
	);
}

/** Whether a provider keeps templates of a type. */
function keeps(type: string): (provider: Provider) => boolean {
	const kind = lookUp(types, type);
	return ({ profile: { templates } }) =>
		templates !== undefined &&
		kind !== undefined &&
		(kind === 'any' || templates.content.includes(kind));
}

function withoutOtherTypes(field: INodeProperties): INodeProperties {
	const options = (field.options ?? [])
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.flatMap((option) =>
			forProviders({ ...option, displayOptions: {} }, 'provider', keeps(String(option.value))),
		);
	return { ...field, options };
}
