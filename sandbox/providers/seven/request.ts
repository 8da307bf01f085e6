import { isObject, type JsonObject } from '../../json';
import { failure, type Failure } from './errors';
import { objectIn, type Body } from './params';

export interface FallbackBody {
	type: 'sms' | 'webview';
	text?: string;
	from?: string;
}

/** A send request that keeps the documented form. */
export interface SendRequest {
	to: string[];
	text: string | object;
	from?: string;
	delay?: Date;
	ttl?: number;
	label?: string;
	performance_tracking?: boolean;
	foreign_id?: string;
	fallback?: FallbackBody;
}

/** Reads one parameter; undefined when it has a wrong form. */
type Read = (value: unknown, isForm: boolean) => unknown;

const WORD = /^[a-zA-Z0-9.\-_@]+$/;
const DATE = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/;
const FIRST_UNIX = 10 ** 9;

const string: Read = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
const word: Read = (value) => (typeof value === 'string' && WORD.test(value) ? value : undefined);

const booleans = new Map([
	['1', true],
	['true', true],
	['0', false],
	['false', false],
]);

/** How each parameter is read. Numbers and truth values are texts in a form, and only there. */
const readers: Readonly<Record<string, Read>> = {
	to: (value) => (typeof value === 'string' ? value.split(',').map((to) => to.trim()) : undefined),
	text: readText,
	from: string,
	delay: readDelay,
	ttl: (value, isForm) => {
		const minutes = isForm && /^\d+$/.test(String(value)) ? Number(value) : value;
		return Number.isInteger(minutes) && Number(minutes) > 0 ? minutes : undefined;
	},
	label: word,
	performance_tracking: (value, isForm) =>
		isForm ? booleans.get(String(value)) : typeof value === 'boolean' ? value : undefined,
	foreign_id: word,
	fallback: readFallback,
};

const longest: Readonly<Record<string, number>> = { label: 100, foreign_id: 64 };

/** A text or an RCS object, which a form has as JSON. */
function readText(value: unknown, isForm: boolean): unknown {
	const object = isForm ? objectIn(String(value)) : value;
	const isRcsObject = isObject(object) && (!isForm || isTagged(object));
	return isRcsObject ? object : string(value, isForm);
}

const isTagged = (object: JsonObject): boolean =>
	['contentType', 'richCard', 'contentInfo'].some((name) => Object.hasOwn(object, name));

/** A Unix timestamp, or a time of the account's zone, which is UTC here. */
function readDelay(value: unknown, isForm: boolean): Date | undefined {
	const seconds = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : 0;
	if (seconds >= FIRST_UNIX && (typeof value === 'string' || !isForm))
		return new Date(seconds * 1000);
	if (typeof value !== 'string' || !DATE.test(value)) return undefined;
	const date = new Date(`${value.replace(' ', 'T')}Z`);
	return Number.isNaN(date.getTime()) ? undefined : date;
}

function readFallback(value: unknown, isForm: boolean): FallbackBody | undefined {
	if (value === 'sms' || value === 'webview') return { type: value };
	const body = isForm && typeof value === 'string' ? objectIn(value) : value;
	if (!isObject(body)) return undefined;
	const { type, text, from, ...rest } = body;
	const areTexts = [text, from].every(
		(part) => part === undefined || string(part, false) !== undefined,
	);
	if ((type !== 'sms' && type !== 'webview') || !areTexts || Object.keys(rest).length > 0)
		return undefined;
	return {
		type,
		...(typeof text === 'string' ? { text } : {}),
		...(typeof from === 'string' ? { from } : {}),
	};
}

/** The request that a body asks for, or the first thing that is wrong with it. */
export function readRequest({ params, isForm }: Body): SendRequest | Failure {
	if (isMissing(params['to'])) return failure(301);
	if (isMissing(params['text'])) return failure(305);
	const request: JsonObject = {};
	for (const [name, value] of Object.entries(params)) {
		const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
		if (!read) return failure(400, `${name} is not a known parameter`);
		const most = longest[name];
		if (most !== undefined && String(value).length > most)
			return failure(401, `${name}: at most ${most} characters`);
		request[name] = read(value, isForm);
		if (request[name] === undefined) return failure(400, `${name} has a wrong form`);
	}
	return { to: [], text: '', ...request };
}

const isMissing = (value: unknown): boolean =>
	value === undefined || value === null || value === '';
