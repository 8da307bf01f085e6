import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseJson } from '../../core/json';
import type { Provider } from '../../core/provider';
import { isProviderId, providerIds, providers } from '../../core/providers';
import { parseSettings, type ProviderSettings } from '../../core/settings';
import { CommandError, type Io, wrong } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's options; unknown ones and stray words are refused. */
export function readOptions<T extends Options>(args: string[], options: T) {
	const { values, words } = readArguments(args, options);
	if (words.length === 0) return values;
	throw wrong('arguments', `There is no argument "${words.join(' ')}"`);
}

/** Reads a command's options and words; unknown options are refused. */
export function readArguments<T extends Options>(args: string[], options: T) {
	try {
		const read = parseArgs({ args, options, strict: true, allowPositionals: true });
		return { values: read.values, words: read.positionals };
	} catch (error) {
		throw wrong('arguments', error instanceof Error ? error.message : String(error));
	}
}

/** The provider `--provider` names. */
export function readProvider(id: string | undefined): Provider {
	const known = providerIds.join(', ');
	if (id === undefined) throw wrong('--provider', `--provider is missing. It is one of: ${known}`);
	if (!isProviderId(id))
		throw wrong('--provider', `--provider must be one of ${known}, but is "${id}"`);
	return providers[id];
}

/** The settings in the file `--settings` names; none without it. */
export async function readSettings(
	file: string | undefined,
	{ options }: Provider,
): Promise<ProviderSettings> {
	if (file === undefined) return {};
	const json = await readSettingsFile(file);
	const settings = parseSettings(json, options);
	if (!settings.ok) throw new CommandError(settings.problems);
	return settings.value;
}

/** The JSON of a settings file. */
export async function readSettingsFile(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw wrong('--settings', `The settings file ${file} cannot be read (${code})`);
	});
	const json = parseJson(text);
	if (json === undefined) throw wrong('--settings', `The settings file ${file} is not valid JSON`);
	return json;
}

/** The JSON on standard input. */
export async function readStdinJson(io: Io, expected: string): Promise<unknown> {
	const text = await io.stdin();
	if (text.trim() === '') throw wrong('stdin', `Standard input is empty: it must be ${expected}`);
	const json = parseJson(text);
	if (json === undefined)
		throw wrong('stdin', `Standard input is not valid JSON: it must be ${expected}`);
	return json;
}
