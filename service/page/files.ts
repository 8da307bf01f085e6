import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the page, as it is served. */
export interface PageFile {
	/** Where it is served, from the root. */
	path: string;
	type: string;
	body: string;
	/** Changes with the file. */
	etag: string;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Beside the built command line; run from source, where the build puts it. */
const folders = [join(__dirname, 'web'), join(__dirname, '..', 'dist', 'web')];

/** The files of the page; none where it was not built. Listed once, so that no request can name another. */
export function pageFiles(): PageFile[] {
	const folder = folders.find((one) => existsSync(join(one, 'index.html')));
	if (folder === undefined) return [];
	return readdirSync(folder).flatMap((name): PageFile[] => {
		const type = types[extname(name)];
		if (type === undefined) return [];
		const body = readFileSync(join(folder, name), 'utf8');
		const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
		return [{ path: name === 'index.html' ? '/' : `/${name}`, type, body, etag }];
	});
}
