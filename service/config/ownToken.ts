import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A token the service made for itself, and where a person finds it. */
export interface OwnToken {
	token: string;
	file: string;
}

/** The token in a data folder, which only its owner can read. It is made at the first start. */
export async function ownToken(folder: string): Promise<OwnToken> {
	const file = join(resolve(folder), 'token');
	const there = await readFile(file, 'utf8').catch(() => undefined);
	if (there !== undefined) return { token: there.trim(), file };
	const token = randomBytes(24).toString('base64url');
	await mkdir(folder, { recursive: true });
	await writeFile(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
	return { token, file };
}
