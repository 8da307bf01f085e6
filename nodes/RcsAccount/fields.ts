import type { INodeProperties } from 'n8n-workflow';
import { providerError, RcsError } from '../../core/errors';
import { asNumber, asObject, asString } from '../../core/json';
import { toE164 } from '../../core/message/phone';
import type { Job } from './operation';

/** Return All and Limit, as n8n's own nodes have them. */
export const limitFields: readonly INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The most results that are wanted. Absent: all. */
export function limitOf({ read }: Job): number | undefined {
	return read('returnAll') === true ? undefined : (asNumber(read('limit')) ?? 50);
}

export const senderField: INodeProperties = {
	displayName: 'Sender',
	name: 'sender',
	type: 'string',
	default: '',
	placeholder: 'e.g. DemoShop',
	description: 'The agent or sender this is for; by default, the one of the credential',
};

/** In the words of RCS Trigger. */
export const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The same fields for every provider',
		},
		{
			name: 'With Raw',
			value: 'raw',
			description: "The provider's own data as well, in the field raw",
		},
	],
	default: 'simplified',
};

/** What the provider said of things, with its own data only where that is wanted. */
export function output({ read }: Job, found: readonly { raw: unknown }[]): object[] {
	if (read('output') === 'raw') return [...found];
	return found.map(({ raw: _, ...simplified }) => simplified);
}

export const phoneField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +447700900123',
	description: 'With + and its country code',
};

/** A phone number as people write it, as E.164. @throws RcsError `validation` */
export function phoneOf(written: unknown, defaultCountry?: string): string {
	const number = toE164(requiredText(written, 'Phone Number'), defaultCountry);
	if (number !== undefined) return number;
	throw invalid(
		"The field 'Phone Number' does not hold a valid phone number with + and its country code",
	);
}

/** What a field holds, trimmed. @throws RcsError `validation` when that is nothing. */
export function requiredText(written: unknown, field: string): string {
	const text = asString(written)?.trim();
	if (text) return text;
	throw invalid(`The field '${field}' is empty`);
}

/** What was chosen from a list, or written. @throws RcsError `validation` when that is nothing. */
export function chosenIn({ read }: Job, { name, displayName }: INodeProperties): string {
	const locator = read(name);
	return requiredText(asObject(locator)['value'] ?? locator, displayName);
}

/** The parts of a list written with commas, or of a list that an expression gives. */
export function listOf(written: unknown): string[] {
	const parts = Array.isArray(written) ? written : (asString(written) ?? '').split(',');
	return parts.map((part) => String(part).trim()).filter((part) => part !== '');
}

export function invalid(message: string): RcsError {
	return new RcsError(providerError('validation', message));
}
