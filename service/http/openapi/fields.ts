import { list, object, choice, string } from './schema';

/** Fields that several schemas have. */

export const phone = string('Phone number with its country code', { example: '+447700900123' });
export const agent = string('Agent or sender; * or left out: any agent');
export const purpose = string('What messages are for; marketing without it', {
	example: 'marketing',
});

export const checks = list(
	object({
		rule: string('Rule that was looked at'),
		result: choice('What it said', ['passed', 'refused', 'held', 'off']),
		why: string('Why, in one sentence'),
	}),
);

export const country = string('Country of the person for quiet hours, two letters', {
	example: 'GB',
});
export const timeZone = string('Time zone of the person for quiet hours', {
	example: 'Europe/London',
});
