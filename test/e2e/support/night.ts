/**
 * Night for a test, by the node's own hours: whenever it is that a message is first tried, morning is at a full minute
 * soon after, and stays there. How long everything before takes is no matter.
 */
export function night(): object {
	return {
		timeZone: `={{ (12 - ${MORNING}.hour < 0 ? 'Etc/GMT+' : 'Etc/GMT-') + Math.abs(12 - ${MORNING}.hour) }}`,
		ownHours: {
			hours: { from: `={{ ${MORNING}.toFormat('12:mm') }}`, to: '20:00', days, replace: true },
		},
	};
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Until when the first message was held; before, the next full minute that is not about to begin. */
const MORNING = `DateTime.fromISO(
	$('Held?').isExecuted
		? ($('Held?').first().json.rcs ?? $('Held?').first().json).holdUntil
		: $now.plus({ seconds: 70 }).startOf('minute').toISO(),
	{ zone: 'utc' },
)`;
