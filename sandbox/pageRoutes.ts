import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

import type { FastifyInstance } from 'fastify';

const FOLDER = join(__dirname, 'web');

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Pictures may come from anywhere, as on a phone; scripts only from here. */
const policy =
	"default-src 'self'; img-src * data:; media-src *; style-src 'self'; frame-ancestors 'self'";

/** The phone page: static files, listed at the start so that no request can name another. */
export function pageRoutes(app: FastifyInstance): void {
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => types[extname(file)] !== undefined);

	for (const file of files) {
		const path = file === 'index.html' ? '/' : `/${file}`;
		app.get(path, async (_request, reply) =>
			reply
				.header('content-type', types[extname(file)])
				.header('content-security-policy', policy)
				.header('cache-control', 'no-cache')
				.send(readFileSync(join(FOLDER, file))),
		);
	}
}
