import type { ConsentSource, ConsentStatement } from '../../../core/consent/statement';

type Told = Pick<ConsentStatement, 'state' | 'source'> &
	Partial<Pick<ConsentStatement, 'origin' | 'occurredAt'>>;

/** What is wrong with one field of a statement. */
export interface FieldProblem {
	field: string;
	message: string;
}

/** Lists that somebody keeps: whoever tells of them does not tell what people say at that moment. */
const lists: readonly ConsentSource[] = ['import', 'hubspot', 'salesforce'];

/** Where people themselves act. */
const people: readonly ConsentSource[] = ['keyword', 'event', 'form', 'shop'];

/**
 * Whose word a statement is where it does not say: in doubt, whatever protects the person. So an opt-in is
 * that of an admin, which ends no opt-out of the person, unless its source is where people act; an opt-out is
 * the person's, unless it is from a list.
 */
export function originOf({ state, source }: Told): ConsentStatement['origin'] {
	const isPersons = state === 'optedOut' ? !lists.includes(source) : people.includes(source);
	return isPersons ? 'person' : 'admin';
}

/** An opt-in out of a list counts as the person's only as of when the person gave it: now, it ends every STOP. */
export function withoutTime({ state, source, origin, occurredAt }: Told): FieldProblem | undefined {
	const isOld = origin === 'person' && state !== 'optedOut' && lists.includes(source);
	if (!isOld || occurredAt !== undefined) return undefined;
	const message = `is missing: a person's opt-in from the source ${source} counts as of when the person gave it`;
	return { field: 'occurredAt', message };
}
