import { customName } from './fields';

/** The object that holds one record a message. */
export const MESSAGE = 'RCS_Message__c';

export interface MessageFieldSpec {
	name: string;
	label: string;
	help: string;
	type: 'text' | 'key' | 'time' | 'boolean' | 'choice' | 'lookup' | 'formula';
	length?: number;
	choices?: readonly string[];
	references?: 'Contact' | 'Lead';
	formula?: string;
}

const field = <const T extends Omit<MessageFieldSpec, 'name' | 'label'>>(
	words: string,
	spec: T,
) => ({
	name: customName(words),
	label: words.charAt(0).toUpperCase() + words.slice(1),
	...spec,
});
const at = (what: string, help: string) => field(`${what} at`, { type: 'time', help });

/** The fields of `RCS_Message__c`. */
const toldFields = {
	key: field('key', {
		type: 'key',
		length: 255,
		help: 'Provider, phone and message id: what connectors write by.',
	}),
	messageId: field('message id', {
		type: 'text',
		length: 255,
		help: 'The id the message was sent with.',
	}),
	phone: field('phone e164', { type: 'text', length: 20, help: 'The number it was sent to.' }),
	contact: field('contact', { type: 'lookup', references: 'Contact', help: 'Who it was sent to.' }),
	lead: field('lead', { type: 'lookup', references: 'Lead', help: 'Who it was sent to.' }),
	provider: field('provider', {
		type: 'text',
		length: 40,
		help: 'The RCS provider that carried it.',
	}),
	agent: field('agent', { type: 'text', length: 255, help: 'The agent or sender it came from.' }),
	campaign: field('campaign', { type: 'text', length: 255, help: 'The campaign it belongs to.' }),
	queuedAt: at('queued', 'When the provider took it.'),
	sentAt: at('sent', 'When it was sent to the phone.'),
	deliveredAt: at('delivered', 'When it arrived over RCS.'),
	readAt: at('read', 'When it was read.'),
	clickedAt: at('clicked', 'When an action or link of it was tapped.'),
	repliedAt: at('replied', 'When the person answered it.'),
	failedAt: at('failed', 'When it failed over RCS.'),
	expiredAt: at('expired', 'When it was given up because it was too old.'),
	revokedAt: at('revoked', 'When it was taken back.'),
	fellBack: field('fell back', { type: 'boolean', help: 'Whether another channel took over.' }),
	fallbackChannel: field('fallback channel', {
		type: 'choice',
		// In the order in which providers try them.
		choices: ['whatsapp', 'mms', 'sms'],
		help: 'The channel that took over; of several, the last one.',
	}),
	fallbackSentAt: at('fallback sent', 'When the other channel sent it.'),
	fallbackDeliveredAt: at('fallback delivered', 'When it arrived over the other channel.'),
	fallbackReadAt: at('fallback read', 'When it was read there.'),
	fallbackFailedAt: at('fallback failed', 'When it failed there too.'),
	lastFailedAt: at('last failed', 'When it last failed, over whichever channel.'),
	failureReason: field('failure reason', {
		type: 'text',
		length: 255,
		help: 'Why it last failed, in the words of the provider.',
	}),
} as const satisfies Record<string, MessageFieldSpec>;

type ToldField = keyof typeof toldFields;

/** The first whose time is known is the state of the message. */
const states: readonly (readonly [state: string, by: readonly ToldField[]])[] = [
	['read', ['readAt', 'clickedAt', 'repliedAt', 'fallbackReadAt']],
	['delivered', ['deliveredAt', 'fallbackDeliveredAt']],
];
const statesOfFallback: typeof states = [['failed', ['fallbackFailedAt']]];
const statesOfRcs: typeof states = [
	['revoked', ['revokedAt']],
	['expired', ['expiredAt']],
	['failed', ['failedAt']],
	['sent', ['sentAt']],
];

function formulaOf(list: typeof states, otherwise: string): string {
	return list.reduceRight((rest, [state, by]) => {
		const known = by.map((told) => `NOT(ISBLANK(${toldFields[told].name}))`);
		return `IF(OR(${known.join(', ')}), "${state}", ${rest})`;
	}, otherwise);
}

const afterFallback = formulaOf(statesOfFallback, '"sent"');
const overRcs = formulaOf(statesOfRcs, '"queued"');

export const messageFields = {
	...toldFields,
	state: field('state', {
		type: 'formula',
		formula: formulaOf(states, `IF(${toldFields.fellBack.name}, ${afterFallback}, ${overRcs})`),
		help: 'How far it came. Computed from the times.',
	}),
} as const satisfies Record<string, MessageFieldSpec>;

export type MessageField = ToldField;

export const messageSpecs: readonly MessageFieldSpec[] = Object.values(messageFields);

/** The relationships by which a message names its person. */
export const parents = {
	Contact: { id: toldFields.contact.name, relation: 'RCS_Contact__r' },
	Lead: { id: toldFields.lead.name, relation: 'RCS_Lead__r' },
} as const;
