import type { ConsentSource, ConsentStatement } from './statement';

type Told = Pick<ConsentStatement, 'state' | 'source'> &
	Partial<Pick<ConsentStatement, 'origin' | 'occurredAt'>>;

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

/**
 * Whether a statement lacks the time that it needs: an opt-in out of a list counts as the person's only as of
 * when the person gave it. As of now, it would end every STOP.
 */
export function lacksTime({ state, source, origin, occurredAt }: Told): boolean {
	const isOld = origin === 'person' && state !== 'optedOut' && lists.includes(source);
	return isOld && occurredAt === undefined;
}
