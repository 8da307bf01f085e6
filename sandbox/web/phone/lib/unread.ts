import { useEffect, useState } from 'preact/hooks';
import type { PhoneView } from './types';

const KEPT_AS = 'rcs-sandbox-seen';
type Seen = Readonly<Record<string, number>>;

function kept(): Seen {
	try {
		return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '{}') as Seen;
	} catch {
		return {};
	}
}

/** How many messages a phone has that were not looked at in this tab; a phone that is open is read. */
export function useUnread(
	phones: readonly PhoneView[],
	open: readonly string[],
): (phone: PhoneView) => number {
	const [seen, setSeen] = useState(kept);
	useEffect(() => {
		const now = Object.fromEntries(
			phones.map(({ number, delivered }) => [
				number,
				open.includes(number) ? delivered : Math.min(seen[number] ?? 0, delivered),
			]),
		);
		if (phones.length === 0 || JSON.stringify(now) === JSON.stringify(seen)) return;
		sessionStorage.setItem(KEPT_AS, JSON.stringify(now));
		setSeen(now);
	}, [phones, open, seen]);
	return ({ number, delivered }) =>
		open.includes(number) ? 0 : Math.max(0, delivered - (seen[number] ?? 0));
}
