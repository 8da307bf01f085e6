import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** A rule of a provider's documentation that a request breaks, and where. */
export interface Violation {
	property: string;
	violation: string;
}

/** The text as the documented limits count it: in code points. */
const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true });

ajv.addFormat('http-url', /^https?:\/\/[^\s/$.?#][^\s]*$/i);
// The documented form of every Infobip time: yyyy-MM-dd'T'HH:mm:ss.SSSZ, an offset without a colon.
ajv.addFormat('millisecond-time', {
	validate: (text: string) =>
		/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d{4})$/.test(text) &&
		!Number.isNaN(readTime(text)),
});
ajv.addFormat('rfc3339-time', {
	validate: (text: string) =>
		/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
		!Number.isNaN(Date.parse(text)),
});

/** Compiles a schema into a check that also tells the compiler what passed it. */
export function compile<T>(schema: object): ValidateFunction<T> {
	return ajv.compile<T>(schema);
}

/** The moment a time text means, in milliseconds; offsets may come without their colon. */
export function readTime(text: string): number {
	return Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

/** The violations of the last check, each with its path as providers write it: `a[0].b`. */
export function violationsOf(validate: ValidateFunction<unknown>): Violation[] {
	const seen = new Set<string>();
	return (validate.errors ?? []).map(toViolation).filter(({ property, violation }) => {
		const key = `${property} ${violation}`;
		return !seen.has(key) && Boolean(seen.add(key));
	});
}

function toViolation(error: ErrorObject): Violation {
	const path = dotted(error.instancePath);
	const member = memberOf(error);
	return {
		property: member === undefined ? path : path ? `${path}.${member}` : member,
		violation: describe(error),
	};
}

function memberOf({ keyword, params }: ErrorObject): string | undefined {
	const name: unknown = {
		required: params['missingProperty'],
		additionalProperties: params['additionalProperty'],
		discriminator: params['tag'],
	}[keyword];
	return typeof name === 'string' ? name : undefined;
}

const dotted = (pointer: string): string =>
	pointer
		.split('/')
		.slice(1)
		.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
		.join('')
		.replace(/^\./, '');

function describe({ keyword, params, message, schema }: ErrorObject): string {
	switch (keyword) {
		case 'required':
			return 'must not be null';
		case 'additionalProperties':
			return 'is not a known property';
		case 'minLength':
		case 'minItems':
			return `size must be at least ${params['limit']}`;
		case 'maxLength':
		case 'maxItems':
			return `size must be at most ${params['limit']}`;
		case 'minimum':
			return `must be greater than or equal to ${params['limit']}`;
		case 'maximum':
			return `must be less than or equal to ${params['limit']}`;
		case 'enum':
			return `must be one of ${Array.isArray(schema) ? schema.join(', ') : 'the allowed values'}`;
		case 'pattern':
			return `must match "${params['pattern']}"`;
		case 'format':
			return formatWords[String(params['format'])] ?? 'has a wrong format';
		case 'discriminator':
			return 'is not a known type';
		default:
			return message ?? 'is not valid';
	}
}

const formatWords: Readonly<Record<string, string>> = {
	'http-url': 'must be a valid URL using the http or https scheme',
	'millisecond-time': "must have the format yyyy-MM-dd'T'HH:mm:ss.SSSZ",
	'rfc3339-time': 'must be an RFC 3339 time',
};
