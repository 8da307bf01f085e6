import * as v from 'valibot';
import { defined } from '../../core/json';
import { trafficTypes, type RcsMessage, type Suggestion } from '../../core/message/types';
import { sendingSchema } from './request';
import { fieldsApart } from './simpleApart';

/**
 * A message in flat fields: what CRM automations can fill in without writing JSON. An empty field counts as
 * left out, because that is what a contact without the value gives.
 */

const field = v.exactOptional(v.string());

/** Automations send what they send as texts. */
const yesOrNo = v.optional(
	v.union([
		v.boolean(),
		v.pipe(
			v.picklist(['true', 'false']),
			v.transform((text) => text === 'true'),
		),
	]),
	false,
);

const fieldsSchema = v.strictObject({
	...sendingSchema,
	dryRun: yesOrNo,
	to: v.string(),
	from: field,
	text: field,
	/** With a title, description or picture it is a card. */
	title: field,
	description: field,
	mediaUrl: field,
	/** A button that opens an address. */
	linkText: field,
	linkUrl: field,
	/** A button that calls a number. */
	callText: field,
	callNumber: field,
	/** Replies to tap: a list, or one text with commas. */
	replies: v.exactOptional(v.union([v.string(), v.array(v.string())])),
	/** A template instead, with its variables by their names. */
	templateId: field,
	variables: v.exactOptional(v.record(v.string(), v.string())),
	/** The SMS for phones without RCS. */
	smsText: field,
	traffic: v.exactOptional(v.picklist(trafficTypes)),
	campaignId: field,
	clientRef: field,
});
export type SimpleMessage = v.InferOutput<typeof fieldsSchema>;

export const simpleSchema: v.GenericSchema<unknown, SimpleMessage> = v.pipe(
	v.record(v.string(), v.unknown()),
	v.transform((fields) =>
		Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value))),
	),
	fieldsSchema,
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		const refuse = (key: string, message: string) =>
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: '' }] });
		for (const { field, beside } of fieldsApart(input))
			refuse(field, `cannot be sent beside body.${beside}: fill in one of the two`);
		if (Object.keys(input.variables ?? {}).length > 0 && input.templateId === undefined)
			refuse('variables', 'are those of a template: fill in body.templateId, too');
	}),
);

function isEmpty(value: unknown): boolean {
	return value === null || (typeof value === 'string' && value.trim() === '');
}

/** The message those fields stand for, to be checked like any other. */
export function messageFrom(fields: SimpleMessage): RcsMessage {
	const { to, traffic } = fields;
	const smsText = filled(fields.smsText);
	const correlation = defined({
		campaignId: filled(fields.campaignId),
		clientRef: filled(fields.clientRef),
	});
	return {
		to,
		content: contentFrom(fields),
		...defined({ from: filled(fields.from), traffic }),
		...(smsText === undefined ? {} : { fallback: [{ channel: 'sms', text: smsText }] }),
		...(Object.keys(correlation).length > 0 ? { correlation } : {}),
	};
}

function contentFrom(fields: SimpleMessage): RcsMessage['content'] {
	const templateId = filled(fields.templateId);
	if (templateId !== undefined)
		return {
			kind: 'template',
			id: templateId,
			...defined({ variables: fields.variables }),
		};
	const suggestions = suggestionsFrom(fields);
	const more = suggestions.length > 0 ? { suggestions } : {};
	const [title, description] = [filled(fields.title), filled(fields.description)];
	const text = filled(fields.text);
	const url = filled(fields.mediaUrl);
	if (title === undefined && description === undefined && url === undefined)
		return { kind: 'text', text: text ?? '', ...more };
	return {
		kind: 'card',
		card: {
			...defined({ title, description: description ?? text }),
			...(url === undefined ? {} : { media: { url } }),
			...more,
		},
	};
}

function suggestionsFrom(fields: SimpleMessage): Suggestion[] {
	return buttonsOf(fields).map(({ suggestion }) => suggestion);
}

/** A suggestion, and the fields that its text and what it does are from. */
interface Button {
	suggestion: Suggestion;
	text: keyof SimpleMessage;
	value: keyof SimpleMessage;
}

/** The buttons and replies that the fields stand for, in the order of the message. */
export function buttonsOf(fields: SimpleMessage): Button[] {
	const [linkText, url] = [filled(fields.linkText), filled(fields.linkUrl)];
	const [callText, phoneNumber] = [filled(fields.callText), filled(fields.callNumber)];
	const replies = typeof fields.replies === 'string' ? fields.replies.split(',') : fields.replies;
	const buttons: Button[] = [];
	if (url !== undefined)
		buttons.push({
			suggestion: { type: 'openUrl', text: linkText ?? 'Open', url },
			text: 'linkText',
			value: 'linkUrl',
		});
	if (phoneNumber !== undefined)
		buttons.push({
			suggestion: { type: 'dial', text: callText ?? 'Call', phoneNumber },
			text: 'callText',
			value: 'callNumber',
		});
	for (const reply of replies ?? []) {
		const label = filled(reply);
		if (label === undefined) continue;
		const suggestion: Suggestion = { type: 'reply', text: label };
		buttons.push({ suggestion, text: 'replies', value: 'replies' });
	}
	return buttons;
}

function filled(value: string | undefined): string | undefined {
	return value?.trim() || undefined;
}
