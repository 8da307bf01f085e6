import type { FastifyInstance } from 'fastify';

import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import type { Portal } from '../portal';
import { readObjectType } from '../records/objectTypes';
import { readSearch } from '../search/query';
import { search } from '../search/search';

/** Searching records; the index trails behind, and there are few searches a second. */
export function searchRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const reads = { preHandler: auth.needs('crm.objects.contacts.read') };
	app.post<{ Params: { objectType: string } }>(
		`/crm/objects/${VERSION}/:objectType/search`,
		reads,
		async (request) =>
			search(portal, readObjectType(request.params.objectType), readSearch(request)),
	);
}
