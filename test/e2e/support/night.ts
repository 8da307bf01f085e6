/** Night for a test: it lasts until the next full minute but one at most, by the node's own hours. */

export const MINUTE = 60_000;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Own hours that begin at a full minute, far enough for a message to be held; it is about noon where the person is. */
export function nightUntil(): object {
	const morning = new Date(Math.ceil((Date.now() + 0.7 * MINUTE) / MINUTE) * MINUTE);
	const ahead = 12 - morning.getUTCHours();
	const timeZone = `Etc/GMT${ahead < 0 ? `+${-ahead}` : `-${ahead}`}`;
	const from = `12:${String(morning.getUTCMinutes()).padStart(2, '0')}`;
	return { timeZone, ownHours: { hours: { from, to: '20:00', days, replace: true } } };
}
