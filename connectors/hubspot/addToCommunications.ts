import type { CrmSettings } from '../crm';
import type { Row, RowOutcome } from '../row';
import type { Settled } from '../settling';
import type { IdsOf } from './communicationIds';
import type { Communication, Found } from './communicationRead';
import { addedTo, toldBy, updateRow } from './communicationRows';
import { reviewOf } from './communicationsReview';
import { type ConversationDay, nameOf } from './conversationDay';

/** Rows without a communication make one; the others add to it what is not told yet. */
export function addToCommunications(
	rows: readonly Row[],
	settings: CrmSettings,
	idsOf: IdsOf,
	found: Found,
): Settled {
	// As they will be. Somebody may have given one to several contacts: then each of their rows writes all of it.
	const now = new Map(found);
	const added: [row: Row, id: string][] = [];
	const made: Row[] = [];
	const outcomes: RowOutcome[] = [];
	for (const row of rows) {
		const [first, ...others] = communicationsOf(row, idsOf, now);
		const more = first && withNews(first, others, row);
		if (more) {
			now.set(more.id, more);
			added.push([row, more.id]);
		} else if (first) outcomes.push({ row, status: 'done' });
		else made.push(row);
	}
	const updates = added.flatMap(([row, id]) => {
		const communication = now.get(id);
		return communication ? [updateRow(row, communication)] : [];
	});
	const readAs = new Map([...found.values()].map(({ id, html }) => [id, html]));
	const review = reviewOf(settings, { idsOf, readAs, twice: new Map() });
	return { rows: [...made, ...updates], outcomes, review };
}

/**
 * Those of the row's contact and day, the oldest first, which is the one that is added to. There are
 * several while a run that made one at the same moment has not taken it away yet, and where contacts were
 * merged.
 */
export function communicationsOf(
	row: Row,
	idsOf: ReadonlyMap<string, readonly string[]>,
	found: Found,
): Communication[] {
	const { told } = toldBy(row);
	return (idsOf.get(row.parent ?? '') ?? [])
		.flatMap((id) => found.get(id) ?? [])
		.filter((one) => one.told.day === told?.day);
}

/** What one of the others tells is told already. */
function withNews(
	there: Communication,
	others: readonly Communication[],
	row: Row,
): Communication | undefined {
	const { told, at } = toldBy(row);
	if (!told) return undefined;
	const known = new Set(others.flatMap((other) => other.told.facts.map(nameOf)));
	const news: ConversationDay = {
		...told,
		facts: told.facts.filter((fact) => !known.has(nameOf(fact))),
	};
	return news.facts.length > 0 ? addedTo(there, [news], at) : undefined;
}
