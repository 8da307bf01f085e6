import { agentLocator } from '../shared/agentLocator';
import { contactLocator } from './resources/contact';
import { testNumberLocator } from './resources/testNumber';
import { webhookLocator } from './resources/webhook';

/** The searches behind the fields in which something is chosen from a list. */
export const searches = Object.fromEntries(
	[agentLocator, contactLocator, testNumberLocator, webhookLocator].map(
		({ searchName, search }) => [searchName, search],
	),
);
