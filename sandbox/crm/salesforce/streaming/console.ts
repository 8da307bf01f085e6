import type { FastifyInstance } from 'fastify';

import { anyString, list, object } from '../../../providers/schema';
import { compile } from '../../../validation';
import { readBody } from '../input';
import type { Streaming } from './streaming';

const isSelection = compile<{ objects: string[] }>(object({ 'objects!': list(anyString) }));

/** The page "Change Data Capture" of the set-up, the passing of three days, and a broken network. */
export function streamingConsole(app: FastifyInstance, streaming: Streaming): void {
	app.put('/change-data-capture', async ({ body }) => {
		const { objects } = readBody(body, isSelection);
		streaming.bus.select(objects);
		return { objects };
	});
	app.post('/change-data-capture/expire', async () => {
		streaming.bus.expire();
		return { kept: 0 };
	});
	app.post('/change-data-capture/forget-clients', async () => {
		streaming.forget();
		return { clients: 0 };
	});
}
