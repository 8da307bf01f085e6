import type { CrmConnector } from '../crm';
import { follow } from './bulkFollow';
import { changes } from './consentChanges';
import { fields } from './fields';
import { find } from './find';
import { messageLookup } from './messageLookup';
import { pack, packAgain } from './pack';
import { provision } from './provision';
import { read } from './read';
import { rowsOf } from './rows';
import { search } from './search';

/** Salesforce: contacts and leads with fields of ours, and a record for each message. */
export const salesforce: CrmConnector = {
	id: 'salesforce',
	displayName: 'Salesforce',
	fields,
	// "Regular dateTime fields are full timestamps with a precision of one second."
	timeStepMs: 1000,
	find,
	search,
	messages: messageLookup,
	plan: (changesToWrite, settings) => pack(rowsOf(changesToWrite, settings), settings),
	pack: packAgain,
	read,
	follow,
	provision,
	changes,
};
