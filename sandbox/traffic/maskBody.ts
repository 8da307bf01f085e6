import { isObject, type JsonObject } from '../json';
import { maskAddress, maskCallback, maskPairs } from './mask';
import { areHeaders, HIDDEN, isCallback, isSecret, saysEvents } from './secretNames';

/** What is nested deeper is nobody's message. */
const DEEPEST = 100;

/** Where a value stands: how deep, and whether addresses there are to be called. */
interface Where {
	depth: number;
	callback: boolean;
}

/** A body without its secrets: JSON, a form, or what is neither. Without a secret it stays as it was sent. */
export function maskBody(text: string): string {
	const value = parsed(text);
	if (value === undefined) return maskUnread(text);
	const masked = mask(value, { depth: 0, callback: false });
	return masked === value ? text : JSON.stringify(masked);
}

/** The value itself where nothing in it is a secret. */
function mask(value: unknown, where: Where): unknown {
	if (where.depth > DEEPEST) return HIDDEN;
	if (typeof value === 'string') return maskText(value, where);
	if (Array.isArray(value)) return maskList(value, where);
	return isObject(value) ? maskObject(value, where) : value;
}

function maskList(list: readonly unknown[], { depth, callback }: Where): readonly unknown[] {
	const masked = list.map((entry) => mask(entry, { depth: depth + 1, callback }));
	return masked.every((entry, i) => entry === list[i]) ? list : masked;
}

function maskObject(object: JsonObject, { depth, callback }: Where): JsonObject {
	const members = Object.entries(object);
	const registered = members.some(([name]) => saysEvents(name));
	const masked = members.map(([name, value]): [string, unknown] => {
		const called = callback || isCallback(name) || (registered && name === 'url');
		return [name, maskMember(name, value, { depth: depth + 1, callback: called })];
	});
	return masked.every(([name, value]) => value === object[name])
		? object
		: Object.fromEntries(masked);
}

function maskMember(name: string, value: unknown, where: Where): unknown {
	if (value === null || typeof value === 'boolean') return value;
	return isSecret(name) || areHeaders(name) ? HIDDEN : mask(value, where);
}

function maskText(text: string, { depth, callback }: Where): string {
	const inside = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
	if (inside !== undefined) {
		const masked = mask(inside, { depth: depth + 1, callback });
		return masked === inside ? text : JSON.stringify(masked);
	}
	return callback && /^https?:/i.test(text) ? maskCallback(text) : maskAddress(text);
}

/** A form, or what nobody can parse: then no address of it is sure to be harmless, nor what follows headers. */
function maskUnread(text: string): string {
	if (!/^\s*[[{"]/.test(text)) return maskPairs(text, maskField);
	return text
		.replace(/("[^"]*headers"\s*:)[^]*$/i, `$1 ${HIDDEN}`)
		.replace(/https?:\/\/[^\s"<>\\]+/gi, maskCallback)
		.replace(
			/"((?:[^"\\]|\\.){1,60})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s"{}[\],]+)/g,
			(all, name: string, colon: string) => (isSecret(name) ? `"${name}"${colon}"${HIDDEN}"` : all),
		);
}

/** A field of a form; `webhook[url]` stands inside `webhook`. */
function maskField(name: string, value: string): string {
	const path = name.split(/[[\].]+/).filter((part) => part !== '');
	if (path.some((part) => isSecret(part) || areHeaders(part))) return HIDDEN;
	return maskText(value, { depth: 0, callback: path.some(isCallback) });
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
