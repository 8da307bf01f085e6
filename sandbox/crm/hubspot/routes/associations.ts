import type { FastifyInstance } from 'fastify';

import type { JsonObject } from '../../../json';
import { anyString, object } from '../../../providers/schema';
import { VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { answerBatch, missingIds } from '../answer';
import { type ErrorBody, invalid, notFound } from '../errors';
import { type Batch, compileBatch, limitInputs, readBody } from '../input';
import type { Portal } from '../portal';
import { associationTypes } from '../records/batchInput';
import {
	COMMUNICATION_TO_CONTACT,
	objectTypes,
	type ObjectType,
	readObjectType,
} from '../records/objectTypes';

const MOST_READ = 1000;
const MOST_CREATED = 2000;

const id = { 'id!': anyString };
const isRead = compileBatch<Batch<ReadInput>>({ ...id, after: anyString });
const isCreate = compileBatch<Batch<{ from: { id: string }; to: { id: string } }>>({
	'from!': object(id),
	'to!': object(id),
	'types!': associationTypes,
});

interface ReadInput {
	id: string;
	/** Where the page before ended. */
	after?: string;
}

interface Path {
	Params: { from: string; to: string };
}

/** Which communications belong to which contacts. */
export function associationRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const { records, settings, clock } = portal;
	const base = `/crm/associations/${VERSION}/:from/:to/batch`;
	const reads = { preHandler: auth.needs('crm.objects.contacts.read') };
	const writes = { preHandler: auth.needs('crm.objects.contacts.write') };

	/** Those that can be seen by now. */
	function othersOf(from: ObjectType, recordId: string): string[] {
		if (from === 'communications') return [...(records.find(from, recordId)?.contacts ?? [])];
		const until = clock.now() - settings.get().associationLagMs;
		return records
			.list('communications')
			.filter(({ contacts, createdAt }) => contacts.has(recordId) && createdAt <= until)
			.map((communication) => communication.id);
	}

	function readOne(from: ObjectType, { id: fromId, after = '0' }: ReadInput): JsonObject[] {
		const others = othersOf(from, fromId);
		const end = Number(after) + settings.get().associationsPerPage;
		const to = others.slice(Number(after), end).map((toObjectId) => ({
			toObjectId,
			associationTypes: [
				{ category: 'HUBSPOT_DEFINED', typeId: COMMUNICATION_TO_CONTACT, label: null },
			],
		}));
		if (to.length === 0) return [];
		const paging = end < others.length ? { paging: { next: { after: String(end) } } } : {};
		return [{ from: { id: fromId }, to, ...paging }];
	}

	app.post<Path>(`${base}/read`, reads, async ({ params, body }, reply) => {
		const { from, to } = readPath(params);
		const { inputs } = readBody(body, isRead);
		limitInputs(inputs, MOST_READ);
		const answers = inputs.map((input) => ({ input, results: readOne(from, input) }));
		const without = answers.filter(({ results }) => results.length === 0);
		return answerBatch(
			reply,
			portal,
			200,
			answers.flatMap(({ results }) => results),
			without.map(({ input }) => nothingAssociated(from, input.id, to)),
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

/** A record without any, and one that does not exist, are told alike. */
function nothingAssociated(from: ObjectType, fromId: string, to: ObjectType): ErrorBody {
	const [fromWord, toWord] = [from, to].map((type) => objectTypes[type].word.toLowerCase());
	return notFound(`No ${toWord} is associated with ${fromWord} ${fromId}.`, {
		subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
		context: {
			fromObjectId: [fromId],
			fromObjectType: [fromWord ?? ''],
			toObjectType: [toWord ?? ''],
		},
	}).body();
}

/** @throws Refusal */
function readPath({ from, to }: Path['Params']): { from: ObjectType; to: ObjectType } {
	const types = { from: readObjectType(from), to: readObjectType(to) };
	if (types.from === types.to) throw invalid(`There is no association between ${from} and ${to}`);
	return types;
}
