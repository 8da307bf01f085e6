import type { FastifyInstance } from 'fastify';

import { anyString, integer, object } from '../../../providers/schema';
import { compile } from '../../../validation';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { conflict, notFound } from '../errors';
import { readBody } from '../input';
import type { Portal } from '../portal';
import type { Group } from '../properties/properties';
import { type ObjectType, readObjectType } from '../records/objectTypes';

const isCreate = compile<{ name: string; label: string; displayOrder?: number }>(
	object({ 'name!': anyString, 'label!': anyString, displayOrder: integer(-1) }),
);
const isUpdate = compile<{ label?: string; displayOrder?: number }>(
	object({ label: anyString, displayOrder: integer(-1) }),
);

interface Path {
	Params: { objectType: string; name: string };
}

/** The groups properties are shown in. */
export function groupRoutes(app: FastifyInstance, { properties }: Portal, auth: Auth): void {
	const base = `/crm/properties/${VERSION}/:objectType/groups`;
	const reads = {
		preHandler: auth.needs('crm.schemas.contacts.read', 'crm.objects.contacts.read'),
	};
	const writes = { preHandler: auth.needs('crm.schemas.contacts.write') };

	function find(type: ObjectType, name: string): Group {
		const group = properties.groups(type).get(name);
		if (group) return group;
		throw notFound(`The property group ${name} does not exist`);
	}

	app.get<Path>(base, reads, async ({ params }) => ({
		results: [...properties.groups(readObjectType(params.objectType)).values()],
	}));

	app.post<Path>(base, writes, async ({ params, body }, reply) => {
		const groups = properties.groups(readObjectType(params.objectType));
		const { name, label, displayOrder = -1 } = readBody(body, isCreate);
		if (groups.has(name)) throw conflict(`A property group named '${name}' already exists.`);
		const group = { name, label, displayOrder, archived: false };
		groups.set(name, group);
		return reply.code(201).send(group);
	});

	app.get<Path>(`${base}/:name`, reads, async ({ params }) =>
		find(readObjectType(params.objectType), params.name),
	);

	app.patch<Path>(`${base}/:name`, writes, async ({ params, body }) =>
		Object.assign(find(readObjectType(params.objectType), params.name), readBody(body, isUpdate)),
	);

	app.delete<Path>(`${base}/:name`, writes, async ({ params }, reply) => {
		properties.groups(readObjectType(params.objectType)).delete(params.name);
		return reply.code(204).send();
	});
}
