import type { CrmConnector } from '../crm';
import { changes } from './consentChanges';
import { settle } from './communicationsThere';
import { fields } from './fields';
import { find } from './find';
import { pack } from './pack';
import { provision } from './provision';
import { read } from './read';
import { rowsOf } from './rows';
import { search } from './search';

/** HubSpot: contacts with properties of ours, and custom events or communications on their timeline. */
export const hubspot: CrmConnector = {
	id: 'hubspot',
	displayName: 'HubSpot',
	fields,
	find,
	search,
	plan: (changesToWrite, settings) => pack(rowsOf(changesToWrite, settings), settings),
	pack,
	read,
	settle,
	provision,
	changes,
};
