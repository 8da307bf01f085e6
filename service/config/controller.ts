import * as v from 'valibot';
import { address, says, text } from './values';

/** Whoever decides what messages are for, as the consent records of people name them. */
export const controller = v.strictObject({
	name: says('Of the organization that people agree to messages of', text),
	contact: says('Who answers questions about personal data, and how', text),
	address: v.exactOptional(says('Its postal address', text)),
	email: v.exactOptional(says('Its email address', text)),
	url: v.exactOptional(says('Its web site', address)),
	phone: v.exactOptional(says('Its phone number', text)),
	privacyNotice: v.exactOptional(says('Where its privacy notice is', address)),
	jurisdiction: v.exactOptional(says('The country or region whose law holds, such as `GB`', text)),
	storageLocations: v.exactOptional(says('Where the database is, such as `DE`', v.array(text))),
	withdrawalMethod: v.exactOptional(
		says('How people opt out; absent: they reply STOP to any message', text),
	),
});
export type Controller = v.InferOutput<typeof controller>;
