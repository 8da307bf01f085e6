import { asAnswer, otherMeaning } from '../../core/event/answers';
import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { failed } from './failures';
import { isOpenFor } from './waits';

/** Of events, those of people who were asked something, and that may end a question: written, an opt-out, or a message that failed. */
export async function askedAmong<T extends { event: RcsEvent }>(
	sql: Sql,
	events: readonly T[],
): Promise<T[]> {
	const written = events.filter(({ event }) => mayAnswer(event));
	if (written.length === 0) return [];
	const phones = [...new Set(written.map(({ event }) => event.user))];
	const rows = await sql.query<{ phone: string }>(
		'select distinct phone from rcs.waits where phone = any($1)',
		[phones],
	);
	const asked = new Set(rows.map(({ phone }) => phone));
	return written.filter(({ event }) => event.user !== undefined && asked.has(event.user));
}

/** Events as they are meant: what people were just asked for is an answer, and no opt-out. */
export async function meantBy<T extends { event: RcsEvent }>(
	sql: Sql,
	events: readonly T[],
	now: number,
): Promise<T[]> {
	const meant: T[] = [];
	for (const one of events) {
		const { provider, user: phone, agent, eventId } = one.event;
		const word = otherMeaning(one.event);
		const isAnswer =
			phone !== undefined &&
			word !== undefined &&
			(await isOpenFor(sql, { provider, phone, agent, word, isNamed: true, eventId }, now));
		meant.push(isAnswer ? { ...one, event: asAnswer(one.event) } : one);
	}
	return meant;
}

/** A tap has postback data, and finds its way by it. What did not arrive is a question that nobody answers. */
function mayAnswer({ type, user, postbackData }: RcsEvent): boolean {
	if (user === undefined) return false;
	if (type === 'user.optedOut' || failed.includes(type)) return true;
	return (type === 'message.received' || type === 'message.replied') && postbackData === undefined;
}
