import * as v from 'valibot';
import { providerError, RcsError } from '../../core/errors';
import { eventTypes } from '../../core/event/types';
import { isTimeZone } from '../../core/localTime';
import { optionsOf } from '../../core/settings';
import type { CrmSettings } from '../crm';

const histories = ['customEvents', 'communications', 'none'] as const;
export type History = (typeof histories)[number];

/** `settings.options` of a HubSpot account. */
export const options = v.strictObject({
	/** How what happened is kept beside the fields. Absent: custom events where `eventName` is set. */
	history: v.exactOptional(v.picklist(histories)),
	/** The full name of the custom event, `pe` with the account's id before it. */
	eventName: v.exactOptional(
		v.pipe(
			v.string(),
			v.check(
				(name) => /^pe\d+_[a-z][a-z0-9_]*$/.test(name),
				'must be the full name of a custom event, such as pe123_rcs_event',
			),
		),
	),
	/** What is kept. Absent: everything that happens between a person and an agent. */
	eventTypes: v.exactOptional(v.array(v.picklist(eventTypes))),
	/** The account's own, e.g. `Europe/London`: its day of calls and its days on the timeline. */
	timeZone: v.exactOptional(
		v.pipe(v.string(), v.check(isTimeZone, 'must be a time zone, such as Europe/London')),
	),
});

export type HubspotOptions = v.InferOutput<typeof options>;

/** @throws RcsError `configuration` when the options are not what `options` says. */
export function hubspotOptions(settings: CrmSettings): HubspotOptions {
	return optionsOf(options, settings.options ? { options: settings.options } : {});
}

export function historyOf(settings: CrmSettings): History {
	if (!settings.history) return 'none';
	const { history, eventName } = hubspotOptions(settings);
	return history ?? (eventName === undefined ? 'communications' : 'customEvents');
}

/** @throws RcsError `configuration` when custom events are wanted and their name is not known. */
export function eventNameOf(settings: CrmSettings): string {
	const { eventName } = hubspotOptions(settings);
	if (eventName !== undefined) return eventName;
	const message = 'settings.options.eventName is missing: custom events need the name of the event';
	const advice =
		'Set up the fields: that creates the event and then shows its full name, such as pe123_rcs_event.';
	throw new RcsError(providerError('configuration', message, { advice }));
}
