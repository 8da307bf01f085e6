import * as v from 'valibot';
import { asObject } from '../../core/json';
import { weekdays } from '../../core/message/types';
import { transactionalConsents } from '../../core/policy/consentRule';
import { wrongHours } from '../../core/policy/ownHours';
import { PASS_DAYS } from './passDays';
import { number, says, text, whole, yesOrNo } from './values';

const MOST_CAP_HOURS = PASS_DAYS * 24;

/** What the gate asks of messages; see core/policy/gate. */

const hours = v.strictObject({
	from: says('Messages may go out from then on, such as `09:00`', text),
	to: says('And before then, such as `20:00`; on the same day', text),
	days: v.exactOptional(
		says('Days on which messages may go out; absent: every day', v.array(v.picklist(weekdays))),
	),
	replace: v.exactOptional(says("In place of the country's quiet hours, not besides", yesOrNo)),
});

const hoursThatOpen = v.pipe(
	hours,
	v.rawCheck(({ dataset, addIssue }) => {
		const wrong = dataset.typed ? wrongHours(dataset.value) : undefined;
		if (!wrong) return;
		const { field: key, message } = wrong;
		const input = asObject(dataset.value);
		addIssue({
			message,
			path: [{ type: 'object', origin: 'value', input, key, value: input[key] }],
		});
	}),
);

function settingsWith<const S extends typeof hours | typeof hoursThatOpen>(own: S) {
	return v.strictObject({
		quietHours: v.exactOptional(
			v.union([
				says('No quiet hours', v.literal('off')),
				v.strictObject({ own: v.exactOptional(own) }),
			]),
		),
		caps: v.exactOptional(
			v.array(
				v.strictObject({
					max: says('The most messages', whole(1)),
					hours: says('In how many hours; at most 400 days', number(0.01, MOST_CAP_HOURS)),
				}),
			),
		),
		transactional: v.exactOptional(
			v.strictObject({
				consent: v.exactOptional(
					says('What transactional messages need', v.picklist(transactionalConsents)),
				),
				quietHours: v.exactOptional(says('Whether quiet hours hold for them', yesOrNo)),
				caps: v.exactOptional(says('Whether caps hold for them', yesOrNo)),
			}),
		),
	});
}

/** Of a request: own hours that allow nothing are the gate's answer to each of its messages. */
export const gateSettings = settingsWith(hours);
export type GateSettingsConfig = v.InferOutput<typeof gateSettings>;

/** Of the configuration: own hours that allow nothing would stop all messages, which nobody means. */
export const configuredGateSettings = settingsWith(hoursThatOpen);
