import type { FastifyInstance } from 'fastify';

import { compile, violationsOf } from '../../../validation';
import type { Contacts } from '../contacts';
import { refusal } from '../errors';
import { pageOf, type PageQuery } from '../paging';
import { contactBody, contactChange, importBody } from '../schema';
import type { ContactBody } from '../types';

const isContact = compile<ContactBody>(contactBody);
const isChange = compile<Partial<ContactBody>>(contactChange);
const isImport = compile<{ contacts: unknown[] }>(importBody);

const INVALID = 'The contact is not valid';

interface WithId {
	Params: { id: string };
}

/** The address book. */
export function contactRoutes(app: FastifyInstance, contacts: Contacts): void {
	app.get<PageQuery>('/v1/contacts', async ({ query }) =>
		pageOf('contacts', contacts.list(), query),
	);

	app.post('/v1/contacts', async ({ body }, reply) => {
		if (!isContact(body)) {
			return reply.code(400).send(refusal('INVALID_REQUEST', INVALID, violationsOf(isContact)));
		}
		const contact = contacts.add(body);
		if (contact) return reply.code(201).send(contact);
		return reply.code(409).send(refusal(409, 'There is a contact with this phone already'));
	});

	app.put<WithId>('/v1/contacts/:id', async ({ params, body }, reply) => {
		const contact = contacts.find(params.id);
		if (!contact) return reply.code(404).send(refusal(404));
		if (isChange(body)) return contacts.change(contact, body);
		return reply.code(400).send(refusal('INVALID_REQUEST', INVALID, violationsOf(isChange)));
	});

	app.delete<WithId>('/v1/contacts/:id', async ({ params }, reply) => {
		if (!contacts.find(params.id)) return reply.code(404).send(refusal(404));
		contacts.remove(params.id);
		return reply.code(204).send();
	});

	app.post('/v1/contacts/import', async ({ body }, reply) => {
		if (!isImport(body)) {
			return reply.code(400).send(refusal('INVALID_REQUEST', INVALID, violationsOf(isImport)));
		}
		const errors: object[] = [];
		body.contacts.forEach((contact, index) => {
			if (isContact(contact)) contacts.put(contact);
			else errors.push({ index, ...refusal('INVALID_REQUEST', INVALID, violationsOf(isContact)) });
		});
		const accepted = body.contacts.length - errors.length;
		return { accepted, refused: errors.length, errors };
	});
}
