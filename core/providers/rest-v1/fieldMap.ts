import { deepMerge, type JsonObject } from '../../json';

/**
 * Where each of our fields stands in the bodies of requests, as a path of member names. The guide
 * shows `to`, `template_id` and `variables`; the others follow its style. `settings.options.fields`
 * may name other paths.
 */
export const defaultFields = {
	// A message.
	messageId: 'message_id',
	to: 'to',
	from: 'from',
	templateId: 'template_id',
	language: 'language',
	variables: 'variables',
	text: 'content.text',
	file: 'content.file',
	card: 'content.rich_card.standalone_card',
	carousel: 'content.rich_card.carousel_card',
	suggestions: 'content.suggestions',
	raw: 'content',
	fallbackText: 'sms_fallback.text',
	fallbackFrom: 'sms_fallback.from',
	validity: 'validity_seconds',
	expiresAt: 'expires_at',
	schedule: 'send_at',
	traffic: 'traffic_type',
	clickTracking: 'tracking.clicks',
	shortenUrls: 'tracking.shorten_urls',
	campaignId: 'campaign_id',
	clientRef: 'client_ref',
	label: 'label',
	callbackData: 'callback_data',
	statusUrl: 'status_url',
	// The list of a bulk request.
	messages: 'messages',
	// A template; its content and language are those of a message.
	templateName: 'name',
	templateDescription: 'description',
	// A contact, and the list of an import.
	phone: 'phone',
	optIn: 'opt_in_status',
	tags: 'tags',
	attributes: 'attributes',
	contacts: 'contacts',
	// A webhook.
	webhookUrl: 'url',
	webhookEvents: 'events',
	webhookSecret: 'secret',
	// Signing in.
	clientId: 'client_id',
	clientSecret: 'client_secret',
	scope: 'scope',
	refreshToken: 'refresh_token',
} as const;

export type FieldName = keyof typeof defaultFields;
export type FieldMap = Readonly<Record<FieldName, string>>;
export type FieldValues = Readonly<Partial<Record<FieldName, unknown>>>;

/** A body with each value at the path of its field; what is undefined is left out. */
export function place(values: FieldValues, fields: FieldMap): JsonObject {
	const paths = new Map<string, string>(Object.entries(fields));
	return Object.entries(values).reduce<JsonObject>((body, [name, value]) => {
		const path = paths.get(name);
		return value === undefined || path === undefined
			? body
			: deepMerge(body, nested(path.split('.'), value));
	}, {});
}

function nested([key = '', ...inner]: readonly string[], value: unknown): JsonObject {
	return { [key]: inner.length > 0 ? nested(inner, value) : value };
}
