import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

import type { FastifyInstance } from 'fastify';

/** What is served as it is, and what `npm run build` makes of the pages. */
const SERVED = join(__dirname, 'web');
const BUILT = join(__dirname, 'dist', 'web');
/** Of `web`: the pages themselves, and what they show. The pages' sources are none of it. */
const FOLDERS = ['.', 'media'];

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.pdf': 'application/pdf',
};

/** Pictures may come from anywhere, as on a phone; scripts only from here. */
const policy =
	"default-src 'self'; img-src * data:; media-src *; style-src 'self'; frame-ancestors 'self'";

/** The pages: static files, listed at the start so that no request can name another. */
export function pageRoutes(app: FastifyInstance): void {
	const served = FOLDERS.flatMap((folder) => filesOf(SERVED, folder));
	for (const [path, file] of [...served, ...filesOf(BUILT, '.')]) {
		app.get(path === '/index.html' ? '/' : path, async (_request, reply) =>
			reply
				.header('content-type', types[extname(file)])
				.header('content-security-policy', policy)
				.header('cache-control', 'no-cache')
				.send(readFileSync(file)),
		);
	}
}

/** The files of a folder by the paths they are served at. */
function filesOf(root: string, folder: string): [path: string, file: string][] {
	const place = join(root, folder);
	if (!existsSync(place)) return [];
	return readdirSync(place)
		.filter((name) => types[extname(name)] !== undefined)
		.map((name) => [`/${join(folder, name)}`.replaceAll('\\', '/'), join(place, name)]);
}
