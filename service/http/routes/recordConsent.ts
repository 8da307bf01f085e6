import * as v from 'valibot';
import { consentSources, statedStates } from '../../../core/consent/statement';
import { defined } from '../../../core/json';
import { text } from '../../config/values';
import { consentsOf, type ToldConsent } from '../../ledger/consents';
import { contradicted } from '../../ledger/contradicted';
import { recordStatements, type Stated } from '../../ledger/record';
import type { Service } from '../../service';
import { consentKey, time } from '../fields';
import { HttpProblem } from '../problem';

const proof = v.strictObject({
	text: v.exactOptional(text),
	language: v.exactOptional(text),
	messageId: v.exactOptional(text),
	url: v.exactOptional(text),
	actor: v.exactOptional(text),
	consentedAt: v.exactOptional(time),
});

/** A statement as it is told over the API. */
export const statementSchema = v.strictObject({
	...consentKey,
	state: v.picklist(statedStates),
	level: v.optional(v.picklist(['single', 'double']), 'single'),
	origin: v.optional(v.picklist(['person', 'admin']), 'person'),
	source: v.optional(v.picklist(consentSources), 'api'),
	occurredAt: v.exactOptional(time),
	proof: v.exactOptional(proof),
	id: v.exactOptional(text),
});
type ToldStatement = v.InferOutput<typeof statementSchema>;

interface Result {
	id: string;
	/** False: it was told before. */
	recorded: boolean;
	/** What holds with it. */
	consent: ToldConsent;
}

/**
 * Records statements, all or none, and tells what holds for each with all of them.
 *
 * @throws HttpProblem 409 where an id stands for another statement.
 */
export async function recordConsent(
	service: Service,
	told: readonly ToldStatement[],
): Promise<Result[]> {
	const now = new Date(service.clock.now()).toISOString();
	return service.store.transaction(async (sql) => {
		const recorded = await recordStatements(
			service,
			sql,
			told.map((one) => stated(one, now)),
		);
		const others = await contradicted(sql, recorded);
		if (others.length > 0) throw idTaken(others);
		const keys = recorded.map(({ statement }) => statement.key);
		const consents = (await consentsOf(sql, keys, service.config.purposes)).values();
		return recorded.flatMap(({ statement: { id }, isNew }) => {
			const { value: consent } = consents.next();
			return consent ? [{ id, recorded: isNew, consent }] : [];
		});
	});
}

function stated(
	{ phone, agent, purpose, id, occurredAt = '', ...rest }: ToldStatement,
	now: string,
): Stated {
	const about = { key: { phone, agent, purpose }, occurredAt: occurredAt || now };
	return { ...rest, ...about, ...defined({ id }) };
}

function idTaken(places: readonly number[]): HttpProblem {
	return new HttpProblem(409, {
		category: 'duplicate',
		message: 'An id stands for another statement already. Nothing was recorded',
		advice: 'Give each statement an id of its own, or none: then one is made from what it says.',
		problems: places.map((i) => ({
			path: `body.statements.${i}.id`,
			message: `body.statements.${i}.id stands for another statement already`,
		})),
	});
}
