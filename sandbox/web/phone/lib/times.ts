/** Times as a phone writes them, in the language of the browser. */
export const clock = (time: string | Date): string =>
	new Date(time).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });

/** With seconds and their parts, where order is what matters. */
export const exactly = (time: string): string =>
	new Date(time).toLocaleTimeString([], {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		fractionalSecondDigits: 3,
	});

export const moment = (time: string): string =>
	new Date(time).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

export const dayOf = (time: string): string => new Date(time).toDateString();

export function dayName(time: string): string {
	const midnight = (date: Date) => new Date(date.toDateString()).getTime();
	const days = Math.round((midnight(new Date()) - midnight(new Date(time))) / 86_400_000);
	if (days === 0) return 'Today';
	if (days === 1) return 'Yesterday';
	return new Date(time).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
}
