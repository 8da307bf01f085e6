import type { FastifyInstance } from 'fastify';

import { isObject, type JsonObject } from '../json';
import { toE164 } from '../network/phones';
import type { SandboxCrm } from './crm';

/** What is inside a CRM: for tests everything, for the page its people. */
export function crmRoutes(app: FastifyInstance, crms: readonly SandboxCrm[]): void {
	app.get('/sandbox/crm', async () => ({ crms: crms.map(({ id, name }) => ({ id, name })) }));

	for (const crm of crms) {
		const base = `/sandbox/crm/${crm.id}`;
		app.get(`${base}/records`, async () => crm.records());
		if (crm.events) app.get(`${base}/events`, async () => crm.events?.());
		peopleRoutes(app, crm, `${base}/contacts`);
	}
}

/** What a person sees and does in the CRM's own pages. */
function peopleRoutes(app: FastifyInstance, crm: SandboxCrm, path: string): void {
	app.get(path, async () => ({ contacts: crm.contacts() }));

	app.post(path, async ({ body }, reply) => {
		const { name, phone } = read(body);
		const number = typeof phone === 'string' ? toE164(phone.replace(/[\s()-]/g, '')) : undefined;
		if (typeof name !== 'string' || name.trim() === '' || number === undefined)
			return reply.code(400).send({ error: 'name and phone (with its country code) are needed' });
		crm.addContact({ name: name.trim(), phone: number });
		return { contacts: crm.contacts() };
	});

	app.put<{ Params: { object: string; id: string } }>(
		`${path}/:object/:id/consent`,
		async ({ params, body }, reply) => {
			const { value } = read(body);
			if (typeof value !== 'string' || !crm.editConsent(params, value))
				return reply.code(400).send({ error: 'There is no such record, field or option' });
			return { contacts: crm.contacts() };
		},
	);
}

const read = (body: unknown): JsonObject => (isObject(body) ? body : {});
