import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

const FOLDER = join(__dirname, 'logos');

/** The logos of the demo agents; whatever shows them, they are pictures and nothing else. */
export function logoRoutes(app: FastifyInstance): void {
	for (const file of readdirSync(FOLDER)) {
		const logo = readFileSync(join(FOLDER, file));
		app.get(`/media/logos/${file}`, async (_request, reply) =>
			reply
				.header('content-type', 'image/svg+xml')
				.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
				.send(logo),
		);
	}
}
