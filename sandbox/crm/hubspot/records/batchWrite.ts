import { compact, type JsonObject } from '../../../json';
import { type ErrorBody, invalid, notFound } from '../errors';
import type { Portal } from '../portal';
import type { CreateInput, WriteInput } from './batchInput';
import type { ObjectType } from './objectTypes';
import type { CrmRecord, Source } from './records';
import { show } from './show';
import { type Write, writeEach } from './write';

/** Partial success is for batches in which every input can be told by an id of its own. */
export function isTraced(inputs: readonly CreateInput[]): boolean {
	const ids = inputs.map(({ objectWriteTraceId }) => objectWriteTraceId);
	return ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
}

/** Creates what can be created; errors name the input they are about. */
export function createTraced(
	portal: Portal,
	type: ObjectType,
	inputs: readonly CreateInput[],
	writes: readonly Write[],
	source: Source,
): { results: JsonObject[]; errors: ErrorBody[] } {
	const results: JsonObject[] = [];
	const errors: ErrorBody[] = [];
	writeEach(portal, type, writes, source).forEach((outcome, index) => {
		const input = inputs[index];
		const context = { objectWriteTraceId: [input?.objectWriteTraceId ?? ''] };
		if ('record' in outcome) results.push(showWritten(outcome.record, input));
		else errors.push({ ...outcome.refusal.body(), context });
	});
	return { results, errors };
}

/** @throws Refusal where it belongs to a contact that does not exist */
export function toCreate({ records }: Portal, type: ObjectType, input: CreateInput): Write {
	const contacts = (input.associations ?? []).map(({ to }) => to.id);
	if (contacts.length > 0 && type !== 'communications')
		throw invalid('Only communications can be associated with contacts here');
	const stranger = contacts.find((id) => !records.find('contacts', id));
	if (stranger === undefined) return { properties: input.properties, contacts };
	throw notFound(`The CONTACT ${stranger} to associate does not exist`, {
		context: { ids: [stranger] },
	});
}

/** A record with what was written to it, and with what tells which input that was. */
export function showWritten(record: CrmRecord, input?: Partial<WriteInput>): JsonObject {
	const { properties = {}, idProperty, objectWriteTraceId } = input ?? {};
	const names = [...Object.keys(properties), ...(idProperty === undefined ? [] : [idProperty])];
	return { ...show(record, { properties: names }), ...compact({ objectWriteTraceId }) };
}
