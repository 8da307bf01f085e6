import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import { MOST_WAIT_MS } from '../../connectors/waits';
import { categoryFacts, type ErrorCategory, type ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import { specialAdvice } from '../operations/advice';
import type { PauseKind } from './crmState';

type Failure = PhoneOutcome['failures'][number];

/** Why a contact could not be written, as a dead letter keeps it. */
export interface Reason {
	/** In the words of the CRM. */
	reason: string;
	code?: string;
	field?: string;
	category?: ErrorCategory;
	advice?: string;
}

/** What becomes of what was to be written to a contact. */
export type Fate =
	| { is: 'written' }
	/** Stays in the outbox: nothing is wrong with the contact. */
	| { is: 'waiting' }
	| { is: 'dead'; status: 'failed' | 'unmatched' | 'ambiguous'; reasons: Reason[] };

/** What keeps the whole CRM from taking anything. */
export interface Obstacle {
	kind: PauseKind;
	reason: string;
	advice?: string;
	/** How long the CRM wants to be left alone. */
	afterMs?: number;
}

/** The more serious ones last: of several, one is told. */
const kinds: readonly PauseKind[] = ['outage', 'park', 'setup', 'reauth'];

/** What becomes of a contact, from what became of its rows. */
export function fateOf({ status, failures, records }: PhoneOutcome): Fate {
	if (failures.some((failure) => obstacleOf(failure) !== undefined)) return { is: 'waiting' };
	if (status === 'ambiguous') return { is: 'dead', status, reasons: [sharedBy(records)] };
	if (status === 'failed' || status === 'unmatched')
		return { is: 'dead', status, reasons: failures.map(reasonOf) };
	return { is: 'written' };
}

function sharedBy(records: PhoneOutcome['records']): Reason {
	const names = records.map(({ object, id }) => `${object} ${id}`).join(', ');
	return { reason: `These records share the phone: ${names}` };
}

/** What stands in the way of everything, as far as the outcomes tell. */
export function obstacleIn(outcomes: readonly PhoneOutcome[]): Obstacle | undefined {
	const obstacles = outcomes.flatMap(({ failures }) =>
		failures.flatMap((failure) => obstacleOf(failure) ?? []),
	);
	return obstacles
		.toSorted(
			(a, b) =>
				kinds.indexOf(b.kind) - kinds.indexOf(a.kind) || (b.afterMs ?? 0) - (a.afterMs ?? 0),
		)
		.at(0);
}

/** A failure that is not about the contact. What may be there or not is asked for before it is written again. */
function obstacleOf(failure: Failure): Obstacle | undefined {
	const { status, reason } = failure;
	switch (status) {
		case 'reauth':
			return { kind: 'reauth', reason };
		case 'park':
			return { kind: 'park', reason, afterMs: failure.afterMs };
		case 'retry':
			return { kind: 'outage', reason, afterMs: failure.afterMs };
		case 'unknown':
			return { kind: 'outage', reason };
		case 'unmatched':
			return undefined;
		case 'dead': {
			const { category = 'validation', general, advice: told } = failure;
			const advice = specialAdvice({ category, advice: told });
			if (passing.includes(category)) return { kind: 'outage', reason };
			return general ? { kind: 'setup', reason, ...defined({ advice }) } : undefined;
		}
	}
}

/** What the CRM itself is the reason for; after all tries it is given up as if it were for ever. */
const passing: readonly ErrorCategory[] = ['provider', 'network', 'rateLimit', 'unknownOutcome'];

/** How long calls that are used up are waited for, where the CRM does not say it. */
const USED_UP_MS = 15 * 60_000;

/** The obstacle that an error of a question to the CRM stands for; nothing, where it is about what was asked. */
export function obstacleOfError(error: ProviderError): Obstacle | undefined {
	const { category, message: reason, retryAfterMs, retryable } = error;
	if (category === 'auth') return { kind: 'reauth', reason };
	const isUsedUp = category === 'rateLimit' && !retryable;
	if (isUsedUp || (retryAfterMs ?? 0) > MOST_WAIT_MS)
		return { kind: 'park', reason, afterMs: retryAfterMs ?? USED_UP_MS };
	if (passing.includes(category) || retryable)
		return { kind: 'outage', reason, ...defined({ afterMs: retryAfterMs }) };
	return categoryFacts[category].concernsEveryMessage
		? { kind: 'setup', reason, ...defined({ advice: specialAdvice(error) }) }
		: undefined;
}

function reasonOf(failure: Failure): Reason {
	const { reason } = failure;
	if (failure.status !== 'dead') return { reason };
	const { code, field, category = 'validation' } = failure;
	const advice = specialAdvice({ category, advice: failure.advice });
	return { reason, category, ...defined({ code, field, advice }) };
}
