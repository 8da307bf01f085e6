import { anyString, byType, list, object, oneOf, string, type Schema } from '../../schema';
import { deliveryTimeWindow, destinations, platform } from './message';

const capability = (maxNumbers: number): Record<string, Schema> => ({
	'sender!': anyString,
	'phoneNumbers!': list(anyString, 1, maxNumbers),
	options: object({ platform }),
});

/** POST /rcs/2/capability-check/query. */
export const capabilityQuery = object(capability(500));

/** POST /rcs/2/capability-check/notify. */
export const capabilityNotify = object({
	...capability(10_000),
	notifyUrl: anyString,
	notifyContentType: oneOf('application/json', 'application/xml'),
});

/** POST /rcs/1/events. */
export const eventRequest = object({
	'events!': list(
		object({
			'sender!': anyString,
			'destinations!': destinations,
			'content!': byType({ TYPING_INDICATOR: {}, SEEN: { 'messageId!': string(1, 200) } }),
			options: object({ platform, deliveryTimeWindow }),
		}),
		1,
	),
});
