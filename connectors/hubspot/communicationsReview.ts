import type { CrmSettings } from '../crm';
import type { Row, RowOutcome } from '../row';
import type { Settled, Settling } from '../settling';
import { askIds, type IdsOf } from './communicationIds';
import { toldSince } from './communicationHistory';
import { askRemembered, type Found, type Remembered } from './communicationRead';
import { addedTo, removalRow, toldBy, updateRow } from './communicationRows';
import { latest } from './communications';
import { htmlOf } from './conversationDay';
import type { TargetName } from './targets';

/** What a run knew of communications when it wrote to them. */
interface Known {
	/** Those that contacts had. */
	idsOf: IdsOf;
	/** Their texts as they were read, by id. */
	readAs: ReadonlyMap<string, string>;
	/** By the key of a row: what it made although there was one already, to be taken away. */
	twice: ReadonlyMap<string, string>;
}

type Review = (written: readonly Row[]) => Settling;

/**
 * HubSpot takes a write whatever was written since it was asked, but remembers what a communication told
 * before. So each run looks after its write, adds what others had added and it wrote over, and looks
 * again: whoever writes last sees everybody. Of two that made one each, the newer is given up by the run
 * that made it.
 */
export function reviewOf(settings: CrmSettings, known: Known): Review {
	return (written) => {
		const made = written.filter(isOf('communications'));
		const contacts = made.flatMap(({ parent = [] }) => parent);
		return askIds(settings, contacts, (idsNow) => {
			const rivals = new Map(made.map((row) => [row.key, rivalsOf(row, known.idsOf, idsNow)]));
			const changed = written.filter(isOf('communicationUpdates')).map(idOf);
			const ids = new Set([...changed, ...[...rivals.values()].flat()]);
			return askRemembered(settings, ids, (found) =>
				settled(settings, known, found, written, rivals),
			);
		});
	};
}

function isOf(target: TargetName): (row: Row) => boolean {
	return (row) => row.target === target;
}

function idOf({ body }: Row): string {
	return String(body['id']);
}

/** What a contact has had since then, where that is more than the one that was made. */
function rivalsOf({ parent = '' }: Row, idsThen: IdsOf, idsNow: IdsOf): readonly string[] {
	const then = idsThen.get(parent) ?? [];
	const since = (idsNow.get(parent) ?? []).filter((id) => !then.includes(id));
	return since.length > 1 ? since : [];
}

/** What follows for a row that was written: an outcome, or another row. */
type Next =
	{ outcome: RowOutcome } | { row: Row; wroteOver?: Remembered; twice?: string | undefined };

function settled(
	settings: CrmSettings,
	known: Known,
	found: Found<Remembered>,
	written: readonly Row[],
	rivals: ReadonlyMap<string, readonly string[]>,
): Settled {
	const readAs = new Map(known.readAs);
	const twice = new Map(known.twice);
	const rows: Row[] = [];
	const outcomes: RowOutcome[] = [];
	for (const row of written) {
		const own = (rivals.get(row.key) ?? []).flatMap((id) => found.get(id) ?? []);
		const next = nextOf(row, known, found, own);
		if ('outcome' in next) {
			outcomes.push(next.outcome);
			continue;
		}
		rows.push(next.row);
		if (next.wroteOver) readAs.set(next.wroteOver.id, next.wroteOver.html);
		if (next.twice !== undefined) twice.set(row.key, next.twice);
	}
	return { rows, outcomes, review: reviewOf(settings, { ...known, readAs, twice }) };
}

function nextOf(
	row: Row,
	known: Known,
	found: Found<Remembered>,
	rivals: readonly Remembered[],
): Next {
	if (isOf('communications')(row)) return afterMaking(row, rivals);
	if (isOf('communicationUpdates')(row)) return afterAdding(row, known, found.get(idOf(row)));
	return { outcome: { row, status: 'done' } };
}

/** The first of the day stays; one that this run made besides, and nobody touched, goes into it. */
function afterMaking(row: Row, rivals: readonly Remembered[]): Next {
	const { told, at } = toldBy(row);
	const [first, ...others] = rivals.filter((one) => one.told.day === told?.day);
	const own = told && others.findLast((one) => htmlOf(one.told) === htmlOf(told));
	if (!first || !told || !own) return { outcome: { row, status: 'done' } };
	const merged = addedTo(first, [told], at);
	if (!merged) return { row: removalRow(row, own.id) };
	return { row: updateRow(row, merged), wroteOver: first, twice: own.id };
}

/** Everything that anybody told since this run read it, and this run. */
function afterAdding(row: Row, known: Known, now: Remembered | undefined): Next {
	const { told, at } = toldBy(row);
	if (!now || !told) {
		const reason = 'Somebody deleted it in HubSpot while it was written';
		return { outcome: { row, status: 'unknown', reason } };
	}
	const since = toldSince(now, known.readAs.get(now.id));
	const merged = addedTo(now, [...since.told, told], latest([at, since.at]));
	if (merged) return { row: updateRow(row, merged), wroteOver: now };
	const twice = known.twice.get(row.key);
	if (twice !== undefined) return { row: removalRow(row, twice) };
	return { outcome: { row, status: 'done' } };
}
