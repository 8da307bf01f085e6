import { useState } from 'preact/hooks';

const MOST = 4;
const FIRST_PHONE = '+447700900001';

/** A number as it was typed or pasted, in E.164; in a query string a plus sign means a space. */
export function asNumber(text: string): string | undefined {
	const number = text.replace(/[\s().-]/g, '').replace(/^(00|\+)?/, '+');
	return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

const asked = (): string[] => {
	const numbers = new URLSearchParams(location.search).getAll('phone').flatMap((text) => {
		const number = asNumber(text);
		return number === undefined ? [] : [number];
	});
	return [...new Set(numbers)].slice(0, MOST);
};

export interface OpenPhones {
	/** The phones side by side, by number. */
	open: readonly string[];
	/** The phone that demos and the inspector are about. */
	active: string;
	/** Whether the address named a phone: small screens begin with the list otherwise. */
	named: boolean;
	/** Shows this phone in the place of the active one. */
	show(number: string): void;
	/** Puts this phone beside the others. */
	add(number: string): void;
	close(number: string): void;
	activate(number: string): void;
	/** Whether no more phones fit beside each other. */
	full: boolean;
}

/** Which phones are shown: the address of the page says so, and can be passed on. */
export function useOpenPhones(): OpenPhones {
	const [named] = useState(() => asked().length > 0);
	const [open, setOpen] = useState<readonly string[]>(() => (named ? asked() : [FIRST_PHONE]));
	const [active, activate] = useState(open[0] ?? FIRST_PHONE);

	const change = (numbers: readonly string[], activeOne: string) => {
		const url = new URL(location.href);
		url.searchParams.delete('phone');
		for (const number of numbers) url.searchParams.append('phone', number);
		history.replaceState(null, '', url);
		setOpen(numbers);
		activate(activeOne);
	};
	const show = (number: string) => {
		const shown = open.includes(number) ? open : open.map((one) => (one === active ? number : one));
		change(shown, number);
	};
	const full = open.length >= MOST;
	return {
		...{ open, active, named, full, activate, show },
		add(number) {
			if (full || open.includes(number)) show(number);
			else change([...open, number], number);
		},
		close(number) {
			const rest = open.filter((one) => one !== number);
			change(rest, active === number ? (rest[0] ?? FIRST_PHONE) : active);
		},
	};
}
