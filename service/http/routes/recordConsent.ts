import * as v from 'valibot';
import { isAhead } from '../../../core/consent/ahead';
import { statedPurpose } from '../../../core/consent/applies';
import { lacksTime, originOf } from '../../../core/consent/origin';
import { consentSources, statedStates } from '../../../core/consent/statement';
import { purposeText, text } from '../../config/values';
import { consentsOf, type ToldConsent } from '../../ledger/consents';
import { contradicted } from '../../ledger/contradicted';
import { type Recorded, recordStatements } from '../../ledger/record';
import type { Service } from '../../service';
import { consentKey, time } from '../fields';
import { badRequest, HttpProblem } from '../problem';

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
	purpose: v.exactOptional(purposeText),
	state: v.picklist(statedStates),
	level: v.optional(v.picklist(['single', 'double']), 'single'),
	origin: v.exactOptional(v.picklist(['person', 'admin'])),
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
	refuse(told.map(withoutTime));
	return service.store.transaction(async (sql) => {
		const statements = told.map(stated);
		const recorded = await recordStatements(service, sql, statements);
		refuse(recorded.map(agreedInFuture));
		const others = await contradicted(sql, statements, recorded);
		if (others.length > 0) throw idTaken(others);
		const keys = recorded.map(({ statement }) => statement.key);
		const consents = (await consentsOf(sql, keys, service.config.purposes)).values();
		return recorded.flatMap(({ statement: { id }, isNew }) => {
			const { value: consent } = consents.next();
			return consent ? [{ id, recorded: isNew, consent }] : [];
		});
	});
}

function stated({ phone, agent, purpose: named, origin, ...rest }: ToldStatement) {
	const purpose = named ?? statedPurpose(rest.state);
	return { ...rest, key: { phone, agent, purpose }, origin: origin ?? originOf(rest) };
}

/** What is wrong with one field of a statement. */
interface FieldProblem {
	field: string;
	message: string;
}

function withoutTime(told: ToldStatement): FieldProblem | undefined {
	if (!lacksTime(told)) return undefined;
	const message = `is missing: a person's opt-in from the source ${told.source} counts as of when the person gave it`;
	return { field: 'occurredAt', message };
}

/** @throws HttpProblem 400 for what is wrong with statements, each in its place. */
function refuse(wrong: readonly (FieldProblem | undefined)[]): void {
	const problems = wrong.flatMap((problem, i) => {
		if (!problem) return [];
		const path = `body.statements.${i}.${problem.field}`;
		return [{ path, message: `${path} ${problem.message}` }];
	});
	if (problems.length > 0) throw badRequest(problems);
}

/** As proof it would be younger than every opt-out there is. */
function agreedInFuture({ statement: { proof, recordedAt } }: Recorded): FieldProblem | undefined {
	const agreedAt = proof?.consentedAt;
	if (agreedAt === undefined || !isAhead(agreedAt, recordedAt)) return undefined;
	return { field: 'proof.consentedAt', message: 'lies in the future' };
}

function idTaken(places: readonly number[]): HttpProblem {
	return new HttpProblem(409, {
		category: 'duplicate',
		message: 'An id stands for another statement already. Nothing was recorded',
		advice:
			'Give each statement an id of its own, such as that of a contact and when it was changed, or none: then one is made from what it says. Told again, it has the same time and origin.',
		problems: places.map((i) => ({
			path: `body.statements.${i}.id`,
			message: `body.statements.${i}.id stands for another statement already`,
		})),
	});
}
