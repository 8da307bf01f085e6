import { isAhead } from './ahead';
import type { ConsentStatement, StatedState } from './statement';

/** What holds for one key. `none`: nobody said anything, which counts as not opted in. */
export interface Consent {
	state: StatedState | 'none';
	/** The statement that decides. */
	decidedBy?: ConsentStatement;
	/** ISO 8601 in UTC: since when it holds. */
	since?: string;
}

/** A statement as it counts: by whom, and from when. */
interface Voice {
	statement: ConsentStatement;
	who: 'person' | 'admin';
	state: StatedState;
	at: string;
}

/**
 * What holds, from the statements of one key: in any order and with any repetition the same.
 *
 * 1. The latest statement of the person decides; of two at one time, the opt-out.
 * 2. An admin's opt-out that is as late or later holds too; the admin can take that back.
 * 3. An admin's opt-in never overrides a person's opt-out, unless its proof names a later time at which
 *    the person agreed: then it counts as the person's own word of that time.
 * 4. Without a word of the person, the latest word of an admin decides.
 * 5. A request that waits for its confirmation shows as `pending`, and never ends an opt-in.
 * 6. A possible opt-out shows as `pending` in place of an opt-in, until the person or an admin says something
 *    later: a list that is imported says nothing of it.
 *
 * A source whose clock is ahead of ours cannot win by that: nothing counts as later than it was recorded, and
 * proof of an agreement still to come is none.
 */
export function consentOf(statements: readonly ConsentStatement[]): Consent {
	const voices = statements.flatMap(voicesOf);
	const deciding = decide(
		latest(voices, 'person', ['optedIn', 'optedOut']),
		latest(voices, 'admin', ['optedIn', 'optedOut']),
	);
	const [doubts, requests] = apart(voices, ({ statement }) => isDoubt(statement));
	const waiting = latest(requests, undefined, ['pending']);
	const known = waiting && isPending(waiting, deciding) ? waiting : deciding;
	const doubt = latest(doubts, undefined, ['pending']);
	const shown = doubt && isOpen(doubt, known, voices) ? doubt : known;
	if (!shown) return { state: 'none' };
	return { state: shown.state, decidedBy: shown.statement, since: shown.at };
}

function decide(person: Voice | undefined, admin: Voice | undefined): Voice | undefined {
	if (!person || !admin) return person ?? admin;
	const adminStops = admin.state === 'optedOut' && admin.at >= person.at;
	return person.state === 'optedIn' && adminStops ? admin : person;
}

function isPending(waiting: Voice, deciding: Voice | undefined): boolean {
	return !deciding || (deciding.state === 'optedOut' && waiting.at > deciding.at);
}

/** Whether a statement is of a text that may be an opt-out. */
export function isDoubt({ state, proof }: ConsentStatement): boolean {
	return state === 'pending' && proof?.possibleOptOut !== undefined;
}

function isOpen(doubt: Voice, known: Voice | undefined, voices: readonly Voice[]): boolean {
	if (known?.state === 'optedOut') return false;
	return !voices.some(
		({ state, statement, at }) =>
			state !== 'pending' && statement.source !== 'import' && at > doubt.at,
	);
}

function apart(
	voices: readonly Voice[],
	is: (voice: Voice) => boolean,
): [yes: Voice[], no: Voice[]] {
	return [voices.filter(is), voices.filter((voice) => !is(voice))];
}

function voicesOf(statement: ConsentStatement): Voice[] {
	const { origin: who, state, occurredAt, recordedAt, proof } = statement;
	const voice: Voice = { statement, who, state, at: earlier(occurredAt, recordedAt) };
	const agreedAt = proof?.consentedAt;
	if (who === 'person' || state !== 'optedIn' || agreedAt === undefined) return [voice];
	if (isAhead(agreedAt, recordedAt)) return [voice];
	return [voice, { statement, who: 'person', state, at: earlier(agreedAt, recordedAt) }];
}

function latest(
	voices: readonly Voice[],
	who: Voice['who'] | undefined,
	states: readonly StatedState[],
): Voice | undefined {
	return voices
		.filter((voice) => (who === undefined || voice.who === who) && states.includes(voice.state))
		.reduce<Voice | undefined>(
			(best, voice) => (best && !isAfter(voice, best) ? best : voice),
			undefined,
		);
}

/** Later; at the same time the opt-out; of equals always the same one. */
function isAfter(a: Voice, b: Voice): boolean {
	if (a.at !== b.at) return a.at > b.at;
	if (a.state !== b.state) return a.state === 'optedOut';
	return a.statement.id < b.statement.id;
}

/** Both are ISO 8601 in UTC with milliseconds, so their order as texts is their order in time. */
function earlier(a: string, b: string): string {
	return a < b ? a : b;
}
