import { useState } from 'preact/hooks';

const MOST = 4;
const FIRST_PHONE = '+447700900001';

/** A number as it was typed or pasted, in E.164; in a query string a plus sign means a space. */
export function asNumber(text: string): string | undefined {
	const number = text.replace(/[\s().-]/g, '').replace(/^(00|\+)?/, '+');
	return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** What the address of the page asks for: numbers, and the first text that is none. */
function asked(): { numbers: string[]; refused: string | undefined } {
	const texts = new URLSearchParams(location.search).getAll('phone');
	const numbers = texts.flatMap((text) => asNumber(text) ?? []);
	return {
		numbers: [...new Set(numbers)].slice(0, MOST),
		refused: texts.find((text) => asNumber(text) === undefined),
	};
}

export interface OpenPhones {
	/** The phones side by side, by number. */
	open: readonly string[];
	/** The phone that demos and the inspector are about. */
	active: string;
	/** Whether the address named a phone: small screens begin with the list otherwise. */
	named: boolean;
	/** What the address named that is no phone number, until another phone is opened. */
	refused: string | undefined;
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
	const [{ numbers: first, refused: wrong }] = useState(asked);
	const named = first.length > 0;
	const [refused, setRefused] = useState(wrong);
	const [open, setOpen] = useState<readonly string[]>(named ? first : [FIRST_PHONE]);
	const [active, activate] = useState(open[0] ?? FIRST_PHONE);

	const change = (numbers: readonly string[], activeOne: string) => {
		const url = new URL(location.href);
		url.searchParams.delete('phone');
		for (const number of numbers) url.searchParams.append('phone', number);
		history.replaceState(null, '', url);
		setOpen(numbers);
		setRefused(undefined);
		activate(activeOne);
	};
	const show = (number: string) => {
		const shown = open.includes(number) ? open : open.map((one) => (one === active ? number : one));
		change(shown, number);
	};
	const full = open.length >= MOST;
	return {
		...{ open, active, named, refused, full, activate, show },
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
