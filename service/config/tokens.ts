import { wrong } from '../commands/command';
import { ownToken } from './ownToken';
import { type Config, permissions } from './schema';

/**
 * That there is a token, or that one can be made.
 *
 * @throws CommandError where several processes would each make one of their own.
 */
export function checkTokens({ tokens, database, role }: Config): void {
	if (tokens.length > 0 || database.kind === 'pglite' || role === 'sync') return;
	const message =
		'config.tokens is empty: processes that share a Postgres database need the same tokens, e.g. by RCS_TOKEN';
	throw wrong('config.tokens', message);
}

/** The configuration with a token, and the file of one that the service made. */
export async function withOwnToken(
	config: Config,
): Promise<{ config: Config; tokenFile?: string }> {
	checkTokens(config);
	if (config.tokens.length > 0 || config.database.kind !== 'pglite') return { config };
	const { token, file } = await ownToken(config.database.folder);
	const own = { name: 'own', token, may: [...permissions] };
	return { config: { ...config, tokens: [own] }, tokenFile: file };
}
