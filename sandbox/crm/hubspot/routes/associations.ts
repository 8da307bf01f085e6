import type { FastifyInstance } from 'fastify';

import { anyString, object } from '../../../providers/schema';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { answerBatch, missingIds } from '../answer';
import { invalid } from '../errors';
import { type Batch, compileBatch, limitInputs, readBody } from '../input';
import type { Portal } from '../portal';
import { associationTypes } from '../records/batchInput';
import { COMMUNICATION_TO_CONTACT, type ObjectType, readObjectType } from '../records/objectTypes';

const MOST_READ = 1000;
const MOST_CREATED = 2000;

const id = { 'id!': anyString };
const isRead = compileBatch<Batch<{ id: string }>>(id);
const isCreate = compileBatch<Batch<{ from: { id: string }; to: { id: string } }>>({
	'from!': object(id),
	'to!': object(id),
	'types!': associationTypes,
});

interface Path {
	Params: { from: string; to: string };
}

/** Which communications belong to which contacts. */
export function associationRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const { records } = portal;
	const base = `/crm/associations/${VERSION}/:from/:to/batch`;
	const reads = { preHandler: auth.needs('crm.objects.contacts.read') };
	const writes = { preHandler: auth.needs('crm.objects.contacts.write') };

	function othersOf(from: ObjectType, recordId: string): string[] {
		if (from === 'communications') return [...(records.find(from, recordId)?.contacts ?? [])];
		return records
			.list('communications')
			.filter(({ contacts }) => contacts.has(recordId))
			.map((communication) => communication.id);
	}

	app.post<Path>(`${base}/read`, reads, async ({ params, body }, reply) => {
		const { from } = readPath(params);
		const { inputs } = readBody(body, isRead);
		limitInputs(inputs, MOST_READ);
		const results = inputs.flatMap((input) => {
			const to = othersOf(from, input.id).map((other) => ({
				toObjectId: Number(other),
				associationTypes: [
					{ category: 'HUBSPOT_DEFINED', typeId: COMMUNICATION_TO_CONTACT, label: null },
				],
			}));
			return to.length > 0 ? [{ from: { id: input.id }, to }] : [];
		});
		const unknown = inputs.filter((input) => !records.find(from, input.id));
		return answerBatch(
			reply,
			portal,
			200,
			results,
			missingIds(
				from,
				unknown.map((input) => input.id),
			),
		);
	});

	app.post<Path>(`${base}/create`, writes, async ({ params, body }, reply) => {
		const { from, to } = readPath(params);
		if (from !== 'communications') throw invalid(`${from} cannot be associated with ${to} here`);
		const { inputs } = readBody(body, isCreate);
		limitInputs(inputs, MOST_CREATED);
		const known = inputs.filter(
			(one) => records.find(from, one.from.id) && records.find(to, one.to.id),
		);
		for (const one of known) records.find(from, one.from.id)?.contacts.add(one.to.id);
		const unknown = inputs.filter((one) => !known.includes(one));
		const results = known.map((one) => ({ from: one.from, to: one.to }));
		return answerBatch(
			reply,
			portal,
			201,
			results,
			missingIds(
				from,
				unknown.map((one) => one.from.id),
			),
		);
	});
}

/** @throws Refusal */
function readPath({ from, to }: Path['Params']): { from: ObjectType; to: ObjectType } {
	const types = { from: readObjectType(from), to: readObjectType(to) };
	if (types.from === types.to) throw invalid(`There is no association between ${from} and ${to}`);
	return types;
}
