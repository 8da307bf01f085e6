import type { FastifyInstance, FastifyRequest } from 'fastify';

import { compact, isObject } from '../../../json';
import { object } from '../../../providers/schema';
import { compile } from '../../../validation';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { invalid, notFound } from '../errors';
import { readBody, stringValues } from '../input';
import type { Portal } from '../portal';
import { identify } from '../records/identify';
import { type ObjectType, readObjectType } from '../records/objectTypes';
import { archive } from '../records/archive';
import type { CrmRecord, Source } from '../records/records';
import { show, type Wanted } from '../records/show';
import { type Write, writeAll } from '../records/write';

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 100;

const isWrite = compile<{ properties: Record<string, string> }>(
	object({ 'properties!': stringValues }),
);

interface Path {
	Params: { objectType: string; id: string };
}

/** One record a request, and lists of them. */
export function recordRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const base = `/crm/objects/${VERSION}/:objectType`;
	const reads = { preHandler: auth.needs('crm.objects.contacts.read') };
	const writes = { preHandler: auth.needs('crm.objects.contacts.write') };

	const sourceOf = ({ headers }: FastifyRequest): Source => auth.sourceOf(headers.authorization);

	/** @throws Refusal */
	function find({ objectType, id }: Path['Params'], query: Query, follow: boolean): CrmRecord {
		const type = readObjectType(objectType);
		const { idProperty } = query;
		const [named] = identify(portal, type, [compact({ id, idProperty })], true);
		const record = named ?? (follow && !idProperty ? portal.records.follow(type, id) : undefined);
		if (record) return record;
		throw notFound(`Object not found.  objectId are usually numeric.`, { context: { id: [id] } });
	}

	function write(type: ObjectType, change: Write, source: Source): object {
		const [{ record } = {}] = writeAll(portal, type, [change], source);
		return record ? show(record, { properties: Object.keys(change.properties) }) : {};
	}

	app.get<Path>(base, reads, async (request) => {
		const query = readQuery(request.query);
		const from = Number(query.after ?? 0);
		const size = Number(query.limit ?? DEFAULT_PAGE);
		if (!(size >= 1 && size <= LARGEST_PAGE))
			throw invalid(`limit must be between 1 and ${LARGEST_PAGE}`);
		const rest = portal.records
			.list(readObjectType(request.params.objectType))
			.filter(({ id }) => Number(id) > from);
		const page = rest.slice(0, size);
		const after = page.at(-1)?.id;
		const paging = rest.length > size && after ? { paging: { next: { after } } } : {};
		return { results: page.map((record) => show(record, query.wanted)), ...paging };
	});

	app.post<Path>(base, writes, async (request, reply) => {
		const { properties } = readBody(request.body, isWrite);
		const type = readObjectType(request.params.objectType);
		return reply.code(201).send(write(type, { properties }, sourceOf(request)));
	});

	app.get<Path>(`${base}/:id`, reads, async (request) => {
		const query = readQuery(request.query);
		return show(find(request.params, query, true), query.wanted);
	});

	app.patch<Path>(`${base}/:id`, writes, async (request) => {
		const record = find(request.params, readQuery(request.query), false);
		const { properties } = readBody(request.body, isWrite);
		return write(record.type, { record, properties }, sourceOf(request));
	});

	app.delete<Path>(`${base}/:id`, writes, async (request, reply) => {
		const { objectType, id } = request.params;
		const record = portal.records.find(readObjectType(objectType), id);
		if (record) archive(portal, record, sourceOf(request));
		return reply.code(204).send();
	});
}

interface Query {
	idProperty?: string;
	after?: string;
	limit?: string;
	wanted: Wanted;
}

/** The query of a request; lists are joined by commas. */
function readQuery(query: unknown): Query {
	const given = isObject(query) ? query : {};
	const text = (name: string): string | undefined => {
		const value = given[name];
		return typeof value === 'string' ? value : undefined;
	};
	return compact({
		idProperty: text('idProperty'),
		after: text('after'),
		limit: text('limit'),
		wanted: compact({
			properties: text('properties')?.split(','),
			withHistory: text('propertiesWithHistory')?.split(','),
		}),
	});
}
