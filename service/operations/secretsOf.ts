import { asArray, isObject } from '../../core/json';
import type { Config } from '../config/schema';

/** Members of the configuration that hold a secret, by their names. */
const SECRET = /key|secret|token|password|headerValue/i;

/** Anything shorter would take ordinary words out of the log. */
const SHORTEST = 6;

/** Every secret of the configuration, longest first: one may be part of another. */
export function secretsOf(config: Config): string[] {
	const found = [...secretsIn(config, false), ...passwordOf(config)];
	return [...new Set(found)]
		.filter((text) => text.length >= SHORTEST)
		.toSorted((a, b) => b.length - a.length);
}

function secretsIn(value: unknown, isSecret: boolean): string[] {
	if (typeof value === 'string') return isSecret ? [value] : [];
	if (Array.isArray(value)) return asArray(value).flatMap((one) => secretsIn(one, isSecret));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => secretsIn(member, isNamedSecret(name)));
}

function isNamedSecret(name: string): boolean {
	return SECRET.test(name) && !name.endsWith('Url');
}

function passwordOf({ database }: Config): string[] {
	if (database.kind !== 'postgres' || !URL.canParse(database.url)) return [];
	const { password } = new URL(database.url);
	return [password, decodeURIComponent(password)];
}
