import type { FastifyInstance } from 'fastify';

import { compact } from '../../../json';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { answerBatch, missingIds, noSuchIds } from '../answer';
import { limitInputs, readBody } from '../input';
import type { Portal } from '../portal';
import {
	isArchive,
	isCreate,
	isRead,
	isUpdate,
	isUpsert,
	MOST_INPUTS,
	MOST_WITH_HISTORY,
} from '../records/batchInput';
import { createTraced, isTraced, showWritten, toCreate } from '../records/batchWrite';
import { identify, type Named } from '../records/identify';
import { readObjectType } from '../records/objectTypes';
import { archive } from '../records/archive';
import type { CrmRecord } from '../records/records';
import { show } from '../records/show';
import { type Write, writeAll } from '../records/write';

interface Path {
	Params: { objectType: string };
}

/** Up to a hundred records in one request. */
export function batchRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const base = `/crm/objects/${VERSION}/:objectType/batch`;
	const reads = { preHandler: auth.needs('crm.objects.contacts.read') };
	const writes = { preHandler: auth.needs('crm.objects.contacts.write') };

	app.post<Path>(`${base}/read`, reads, async ({ params, body }, reply) => {
		const type = readObjectType(params.objectType);
		const batch = readBody(body, isRead);
		const { inputs, idProperty, properties, propertiesWithHistory: withHistory } = batch;
		limitInputs(inputs, MOST_INPUTS);
		if (withHistory?.length) limitInputs(inputs, MOST_WITH_HISTORY, ' for property histories');
		const names = inputs.map(({ id }) => compact({ id, idProperty }));
		const found = identify(portal, type, names, true);
		const wanted = compact({ properties, withHistory });
		const results = found.flatMap((record) => (record ? [show(record, wanted)] : []));
		return answerBatch(reply, portal, 200, results, missingIds(type, missing(inputs, found)));
	});

	app.post<Path>(`${base}/update`, writes, async ({ params, body, headers }, reply) => {
		const source = auth.sourceOf(headers.authorization);
		const type = readObjectType(params.objectType);
		const { inputs } = readBody(body, isUpdate);
		limitInputs(inputs, MOST_INPUTS);
		const found = identify(portal, type, inputs, false);
		const unknown = missing(inputs, found);
		if (unknown.length > 0 && portal.settings.get().missing === 'notFound')
			throw noSuchIds(type, unknown);
		const known = inputs.flatMap((input, index) => {
			const record = found[index];
			return record ? [{ input, record }] : [];
		});
		const changes = known.map(({ input, record }) => ({ record, properties: input.properties }));
		const done = writeAll(portal, type, changes, source);
		const results = done.map(({ record }, index) => showWritten(record, known[index]?.input));
		return answerBatch(reply, portal, 200, results, missingIds(type, unknown));
	});

	app.post<Path>(`${base}/upsert`, writes, async ({ params, body, headers }, reply) => {
		const source = auth.sourceOf(headers.authorization);
		const type = readObjectType(params.objectType);
		const { inputs } = readBody(body, isUpsert);
		limitInputs(inputs, MOST_INPUTS);
		const found = identify(portal, type, inputs, true);
		const changes = inputs.map(({ id, idProperty, properties }, index): Write => {
			const record = found[index];
			return record ? { record, properties } : { properties: { [idProperty]: id, ...properties } };
		});
		const results = writeAll(portal, type, changes, source).map(({ record, isNew }, index) => ({
			...showWritten(record, inputs[index]),
			new: isNew,
		}));
		return answerBatch(reply, portal, 200, results);
	});

	app.post<Path>(`${base}/create`, writes, async ({ params, body, headers }, reply) => {
		const source = auth.sourceOf(headers.authorization);
		const type = readObjectType(params.objectType);
		const { inputs } = readBody(body, isCreate);
		limitInputs(inputs, MOST_INPUTS);
		const changes = inputs.map((input) => toCreate(portal, type, input));
		if (isTraced(inputs)) {
			const { results, errors } = createTraced(portal, type, inputs, changes, source);
			return answerBatch(reply, portal, 201, results, errors);
		}
		const created = writeAll(portal, type, changes, source);
		const results = created.map(({ record }, index) => showWritten(record, inputs[index]));
		return answerBatch(reply, portal, 201, results);
	});

	app.post<Path>(`${base}/archive`, writes, async ({ params, body, headers }, reply) => {
		const source = auth.sourceOf(headers.authorization);
		const type = readObjectType(params.objectType);
		const { inputs } = readBody(body, isArchive);
		limitInputs(inputs, MOST_INPUTS);
		for (const record of identify(portal, type, inputs, false))
			if (record) archive(portal, record, source);
		return reply.code(204).send();
	});
}

const missing = (inputs: readonly Named[], found: readonly (CrmRecord | undefined)[]): string[] =>
	inputs.filter((_input, index) => !found[index]).map(({ id }) => id);
