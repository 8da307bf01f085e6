import { asArray, asObject, type JsonObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import { wrong } from '../commands/command';

/** What the environment has of a name. */
export type Environment = (name: string) => string | undefined;

/** A configuration with a value of the environment in it, and the key it stands at. */
interface Placed {
	config: JsonObject;
	key: string;
}

interface Variable {
	name: string;
	/** The key it stands for, as the documentation names it. */
	key: string;
	place(config: JsonObject, value: string): Placed;
}

const plain = (name: string, key: string): Variable => ({
	name,
	key,
	place: (config, value) => ({ config: withMember(config, key.split('.'), value), key }),
});

/** Takes the place of the whole database of the file. */
const database = (name: string, kind: 'pglite' | 'postgres', member: string): Variable => ({
	name,
	key: `database.${member}`,
	place: (config, value) => ({
		config: { ...config, database: { kind, [member]: value } },
		key: `database.${member}`,
	}),
});

/** Adds to the tokens of the file. */
const token = (name: string): Variable => ({
	name,
	key: 'tokens[].token',
	place(config, value) {
		const tokens = asArray(config['tokens']);
		return {
			config: { ...config, tokens: [...tokens, { name: 'environment', token: value }] },
			key: `tokens.${tokens.length}.token`,
		};
	},
});

/** Variables that stand for a key, and win over the file. */
export const variables: readonly Variable[] = [
	database('RCS_DATA_FOLDER', 'pglite', 'folder'),
	database('RCS_DATABASE_URL', 'postgres', 'url'),
	plain('RCS_ROLE', 'role'),
	plain('RCS_HTTP_HOST', 'http.host'),
	plain('RCS_HTTP_PORT', 'http.port'),
	plain('RCS_PUBLIC_URL', 'http.publicUrl'),
	plain('RCS_METRICS_TOKEN', 'http.metricsToken'),
	token('RCS_TOKEN'),
	plain('RCS_LOG_LEVEL', 'log.level'),
];

/** A configuration with what the variables say, and which key each of those stands at. */
export interface WithVariables {
	config: unknown;
	names: ReadonlyMap<string, string>;
}

/** Empty variables count as absent. */
export function withVariables(json: unknown, environment: Environment): WithVariables {
	const given = variables.flatMap((variable) => {
		const value = environment(variable.name);
		return value ? [{ variable, value }] : [];
	});
	if (given.length === 0) return { config: json, names: new Map() };
	demandOneDatabase(given.map(({ variable: { name } }) => name));
	const names = new Map<string, string>();
	let config = asObject(json);
	for (const { variable, value } of given) {
		const placed = variable.place(config, value);
		config = placed.config;
		names.set(`config.${placed.key}`, variable.name);
	}
	return { config, names };
}

/** A problem of a value that came from a variable, by the name of that. */
export function nameVariable({ path, message }: Problem, { names }: WithVariables): Problem {
	const name = names.get(path);
	return name === undefined
		? { path, message }
		: { path: name, message: message.replace(path, name) };
}

function demandOneDatabase(names: readonly string[]): void {
	if (!names.includes('RCS_DATA_FOLDER') || !names.includes('RCS_DATABASE_URL')) return;
	const message = 'RCS_DATA_FOLDER and RCS_DATABASE_URL are both set: keep the one that is meant';
	throw wrong('RCS_DATA_FOLDER', message);
}

function withMember(config: JsonObject, [name = '', ...rest]: string[], value: string): JsonObject {
	if (rest.length === 0) return { ...config, [name]: value };
	return { ...config, [name]: withMember(asObject(config[name]), rest, value) };
}
