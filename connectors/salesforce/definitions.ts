import { contactFieldNames, type FieldSpec, specOf } from '../fields';
import { fieldName } from './fields';
import { MESSAGE, type MessageFieldSpec, messageSpecs } from './messageFields';
import { people } from './people';
import { CONSENT, CONSENT_KEY } from './targets';
import type { XmlMembers } from './xml';

/**
 * A custom field in the words of the Metadata API, from which both the setup over REST and the SFDX
 * source are made.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export interface FieldDefinition {
	object: string;
	name: string;
	metadata: XmlMembers;
	choices?: readonly Choice[];
	/** What `describe` must say of it. */
	described: Described;
	readOnly?: true;
}

interface Described {
	type: string;
	length?: number;
	/** An external id that no two records have. */
	isKey?: true;
	caseSensitive?: boolean;
	/** A formula. */
	calculated?: true;
	/** The object of a lookup. */
	references?: string;
}

export type Choice = readonly [value: string, label: string];

type Definition = Pick<FieldDefinition, 'metadata' | 'described' | 'choices' | 'readOnly'>;

const plain = { required: false };
const text = (length: number): Definition => ({
	metadata: { ...plain, type: 'Text', length, externalId: false, unique: false },
	described: { type: 'string', length },
});
const key = (length: number, caseSensitive: boolean): Definition => ({
	metadata: { ...plain, type: 'Text', length, externalId: true, unique: true, caseSensitive },
	described: { type: 'string', length, isKey: true, caseSensitive },
});
const time: Definition = {
	metadata: { ...plain, type: 'DateTime' },
	described: { type: 'datetime' },
};
const checkbox: Definition = {
	metadata: { type: 'Checkbox', defaultValue: 'false' },
	described: { type: 'boolean' },
};
const number: Definition = {
	metadata: { ...plain, type: 'Number', precision: 18, scale: 0, externalId: false, unique: false },
	described: { type: 'double' },
};
const picklist = (choices: readonly Choice[]): Definition => ({
	metadata: { ...plain, type: 'Picklist' },
	choices,
	described: { type: 'picklist' },
});
const lookup = (to: string): Definition => ({
	metadata: {
		...plain,
		type: 'Lookup',
		referenceTo: to,
		relationshipLabel: 'RCS Messages',
		relationshipName: 'RCS_Messages',
		deleteConstraint: 'SetNull',
	},
	described: { type: 'reference', references: to },
});
const formula = (words: string): Definition => ({
	metadata: { ...plain, type: 'Text', formula: words, formulaTreatBlanksAs: 'BlankAsZero' },
	described: { type: 'string', calculated: true },
	readOnly: true,
});

/** A phone in E.164 has 16 characters at most. */
const PHONE_LENGTH = 20;
const LONGEST_TEXT = 255;

const ofContact: Readonly<Record<FieldSpec['type'], (spec: FieldSpec) => Definition>> = {
	phone: () => key(PHONE_LENGTH, false),
	choice: ({ choices = [] }) => picklist(choices),
	text: ({ length = LONGEST_TEXT }) => text(length),
	time: () => time,
	number: () => number,
	boolean: () => checkbox,
};

const ofMessage: Readonly<
	Record<MessageFieldSpec['type'], (spec: MessageFieldSpec) => Definition>
> = {
	key: ({ length = LONGEST_TEXT }) => key(length, true),
	text: ({ length = LONGEST_TEXT }) => text(length),
	time: () => time,
	boolean: () => checkbox,
	choice: ({ choices = [] }) => picklist(choices.map((choice) => [choice, choice])),
	lookup: ({ references = 'Contact' }) => lookup(references),
	formula: (spec) => formula(spec.formula ?? ''),
};

/** The fields of people and messages, as they are set up. */
export const fieldDefinitions: readonly FieldDefinition[] = [
	...people.flatMap(({ name: object }) =>
		contactFieldNames.map((field) => {
			const spec = specOf(field);
			return define(object, fieldName(field), spec, ofContact[spec.type](spec));
		}),
	),
	...messageSpecs.map((spec) => define(MESSAGE, spec.name, spec, ofMessage[spec.type](spec))),
];

/** What upserts of consent go by, where consent is kept there too. */
export const consentKey: FieldDefinition = define(
	CONSENT,
	CONSENT_KEY,
	{ label: 'RCS key', help: 'What connectors write by.' },
	key(LONGEST_TEXT, true),
);

function define(
	object: string,
	name: string,
	{ label, help }: { label: string; help: string },
	definition: Definition,
): FieldDefinition {
	const metadata = { label, inlineHelpText: help, ...definition.metadata };
	return { ...definition, object, name, metadata };
}

/** The object of messages. */
export const messageObject: XmlMembers = {
	label: 'RCS Message',
	pluralLabel: 'RCS Messages',
	description: 'One record a message that was sent over RCS, or over SMS where RCS failed.',
	nameField: { type: 'AutoNumber', label: 'Number', displayFormat: 'RCS-{0000000000}' },
	deploymentStatus: 'Deployed',
	sharingModel: 'ReadWrite',
	enableActivities: false,
	enableBulkApi: true,
	enableReports: true,
	enableSearch: false,
	enableSharing: true,
	enableStreamingApi: true,
};

export const PERMISSION_SET = {
	name: 'RCS_Messaging',
	label: 'RCS Messaging',
	description: 'Sees and writes the RCS fields of contacts and leads, and RCS messages.',
} as const;
