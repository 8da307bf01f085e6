import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import type { Settling } from '../settling';
import { addToCommunications, communicationsOf } from './addToCommunications';
import { askIds, type IdsOf } from './communicationIds';
import { askCommunications } from './communicationRead';

/** Today's and the one before, which is of today too where another run makes one at this moment. */
const NEWEST = 2;

/**
 * Makes rows add to the communication of their contact and day, where there is one. Of those a contact
 * has the newest are read first, and all of them where these do not tell which is the first of the day.
 */
export function settle(rows: readonly Row[], settings: CrmSettings): Settling {
	const contacts = rows.flatMap(({ parent = [] }) => parent);
	return askIds(settings, contacts, (idsOf) => askNewest(rows, settings, idsOf));
}

function askNewest(rows: readonly Row[], settings: CrmSettings, idsOf: IdsOf): Settling {
	const idsFor = ({ parent = '' }: Row) => idsOf.get(parent) ?? [];
	const newest = new Set(rows.flatMap((row) => idsFor(row).slice(-NEWEST)));
	return askCommunications(settings, newest, (found) => {
		const open = rows.filter((row) => communicationsOf(row, idsOf, found).length !== 1);
		const others = new Set(open.flatMap(idsFor).filter((id) => !newest.has(id)));
		return askCommunications(settings, others, (more) =>
			addToCommunications(rows, settings, idsOf, new Map([...found, ...more])),
		);
	});
}
