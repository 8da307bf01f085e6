import { readFile } from 'node:fs/promises';
import { isObject, parseJson } from '../../core/json';
import { parse } from '../../core/message/schema';
import { CommandError, wrong } from '../commands/command';
import { type Environment, nameVariable, withVariables } from './environment';
import { type Config, configSchema } from './schema';

/**
 * The configuration in a file, which may be named by the variable RCS_CONFIG; without one, the defaults.
 * `{"env": "NAME"}` stands for what the environment has of that name, anywhere in the file; the variables of
 * `environment.ts` win over the file.
 *
 * @throws CommandError that names the key or variable and says what it must be. What was found is not repeated.
 */
export async function readConfig(
	named: string | undefined,
	environment: Environment,
): Promise<Config> {
	const file = named ?? environment('RCS_CONFIG');
	const json = file ? withEnvironment(await readConfigFile(file), environment, 'config') : {};
	const given = withVariables(json, environment);
	const parsed = parse(configSchema, given.config, 'config', 'secret');
	if (parsed.ok) return parsed.value;
	throw new CommandError(parsed.problems.map((problem) => nameVariable(problem, given)));
}

async function readConfigFile(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw wrong('--config', `The configuration file ${file} cannot be read (${code})`);
	});
	const json = parseJson(text);
	if (json === undefined)
		throw wrong('--config', `The configuration file ${file} is not valid JSON`);
	if (!isObject(json))
		throw wrong('--config', `The configuration file ${file} must hold an object, {...}`);
	return json;
}

function withEnvironment(json: unknown, environment: Environment, path: string): unknown {
	if (Array.isArray(json))
		return json.map((one: unknown, i) => withEnvironment(one, environment, `${path}.${i}`));
	if (!isObject(json)) return json;
	const { env, ...others } = json;
	if (typeof env === 'string' && Object.keys(others).length === 0) {
		const found = environment(env);
		if (found) return found;
		throw wrong(path, `${path}: the environment has no variable ${env}`);
	}
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [
			name,
			withEnvironment(value, environment, `${path}.${name}`),
		]),
	);
}
