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
	await mkdir(folder, { recursive: true });
	try {
		const token = randomBytes(24).toString('base64url');
		await writeFile(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
		return { token, file };
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		return { token: (await readFile(file, 'utf8')).trim(), file };
	}
}
