import type { FastifyInstance } from 'fastify';

import type { SandboxCrm } from './crm';

/** What is inside a CRM: for tests everything, for the page its people. */
export function crmRoutes(app: FastifyInstance, crms: readonly SandboxCrm[]): void {
	for (const crm of crms) {
		app.get(`/sandbox/crm/${crm.id}/records`, async () => crm.records());
		app.get(`/sandbox/crm/${crm.id}/contacts`, async () => ({ contacts: crm.contacts() }));
	}
}
