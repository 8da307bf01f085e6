import type { FastifyInstance, FastifyRequest } from 'fastify';

import { isObject, type JsonObject } from '../../../json';
import { anyString, bool } from '../../../providers/schema';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { answerBatch } from '../answer';
import { type ErrorBody, notFound, Refusal } from '../errors';
import { type Batch, compileBatch, limitInputs, readBody } from '../input';
import type { Portal } from '../portal';
import type { Property } from '../properties/properties';
import {
	changedProperty,
	isPropertyCreate,
	isPropertyUpdate,
	newProperty,
	propertyCreate,
	type PropertyCreate,
} from '../properties/propertyInput';
import { type ObjectType, readObjectType } from '../records/objectTypes';

const MOST_INPUTS = 100;

const isBatchCreate = compileBatch<Batch<PropertyCreate>>(propertyCreate);
const isBatchRead = compileBatch<Batch<{ name: string }> & { archived?: boolean }>(
	{ 'name!': anyString },
	{ archived: bool },
);

interface Path {
	Params: { objectType: string; name: string };
}

/** The properties of an object type: what a record can hold. */
export function propertyRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const { properties, clock } = portal;
	const base = `/crm/properties/${VERSION}/:objectType`;
	const reads = {
		preHandler: auth.needs('crm.schemas.contacts.read', 'crm.objects.contacts.read'),
	};
	const writes = { preHandler: auth.needs('crm.schemas.contacts.write') };

	function find(type: ObjectType, name: string, archived = false): Property {
		const found = archived
			? properties.findArchived(type, name, clock.now())
			: properties.find(type, name);
		if (found) return found;
		throw notFound(`The property ${name} does not exist`, { context: { propertyName: [name] } });
	}

	app.get<Path>(base, reads, async (request) => {
		const type = readObjectType(request.params.objectType);
		return { results: properties.list(type, asksForArchived(request)).map(showProperty) };
	});

	app.post<Path>(base, writes, async ({ params, body }, reply) => {
		const type = readObjectType(params.objectType);
		const property = newProperty(portal, type, readBody(body, isPropertyCreate));
		properties.put(type, property);
		return reply.code(201).send(showProperty(property));
	});

	app.get<Path>(`${base}/:name`, reads, async (request) => {
		const { objectType, name } = request.params;
		return showProperty(find(readObjectType(objectType), name, asksForArchived(request)));
	});

	app.patch<Path>(`${base}/:name`, writes, async ({ params, body }) => {
		const type = readObjectType(params.objectType);
		const property = find(type, params.name);
		const changed = changedProperty(portal, type, property, readBody(body, isPropertyUpdate));
		properties.put(type, changed);
		return showProperty(changed);
	});

	app.delete<Path>(`${base}/:name`, writes, async ({ params }, reply) => {
		properties.archive(readObjectType(params.objectType), params.name, clock.now());
		return reply.code(204).send();
	});

	app.post<Path>(`${base}/batch/create`, writes, async ({ params, body }, reply) => {
		const type = readObjectType(params.objectType);
		const { inputs } = readBody(body, isBatchCreate);
		limitInputs(inputs, MOST_INPUTS);
		const results: JsonObject[] = [];
		const errors: ErrorBody[] = [];
		for (const input of inputs) {
			try {
				const property = newProperty(portal, type, input);
				properties.put(type, property);
				results.push(showProperty(property));
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				errors.push({ ...error.body(), context: { name: [input.name] } });
			}
		}
		return answerBatch(reply, portal, 200, results, errors);
	});

	app.post<Path>(`${base}/batch/read`, reads, async ({ params, body }, reply) => {
		const type = readObjectType(params.objectType);
		const { inputs, archived = false } = readBody(body, isBatchRead);
		limitInputs(inputs, MOST_INPUTS);
		const names = new Set(inputs.map(({ name }) => name));
		const found = properties.list(type, archived).filter(({ name }) => names.has(name));
		return answerBatch(reply, portal, 200, found.map(showProperty));
	});
}

const asksForArchived = ({ query }: FastifyRequest): boolean =>
	isObject(query) && query['archived'] === 'true';

function showProperty({ readOnlyValue, archivedAt, ...property }: Property): JsonObject {
	const own = !property.hubspotDefined;
	return {
		...property,
		externalOptions: false,
		dataSensitivity: 'non_sensitive',
		archived: archivedAt !== undefined,
		...(archivedAt === undefined ? {} : { archivedAt: new Date(archivedAt).toISOString() }),
		modificationMetadata: {
			archivable: own,
			readOnlyDefinition: !own,
			readOnlyOptions: !own,
			readOnlyValue,
		},
	};
}
