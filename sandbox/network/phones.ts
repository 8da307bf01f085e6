import type { Phone } from './types';

/** Numbers of a range that the regulator keeps for fiction: no person can ever be reached there. */
const demoPhones: readonly Phone[] = [
	phone('+447700900001', 'Android phone', {}),
	phone('+447700900002', 'iPhone', {}),
	phone('+447700900003', 'SMS-only phone', { rcs: false }),
	phone('+447700900004', 'Offline phone', { online: false }),
	phone('+447700900005', 'Blocked phone', { blocked: true }),
];

function phone(number: string, name: string, traits: Partial<Phone>): Phone {
	return {
		number,
		name,
		rcs: true,
		online: true,
		airplane: false,
		blocked: false,
		blockedAgents: [],
		reads: true,
		whatsapp: true,
		...traits,
	};
}

export type PhoneChange = Partial<Omit<Phone, 'number' | 'name'>>;

export interface PhoneBook {
	/** Every phone that is known, the demo phones first. */
	list(): Phone[];
	find(number: string): Phone | undefined;
	/** The phone of a number; a number nobody set up is a subscriber without RCS. */
	reach(number: string): Phone;
	change(number: string, change: PhoneChange): Phone;
	reset(): void;
}

/** The phones of the sandbox. */
export function createPhoneBook(): PhoneBook {
	const phones = new Map<string, Phone>();

	function reset(): void {
		phones.clear();
		for (const demoPhone of demoPhones) phones.set(demoPhone.number, { ...demoPhone });
	}
	reset();

	const stranger = (number: string): Phone => phone(number, 'Unknown subscriber', { rcs: false });

	return {
		list: () => [...phones.values()],
		find: (number) => phones.get(number),
		reach: (number) => phones.get(number) ?? stranger(number),
		change(number, change) {
			const known = phones.get(number) ?? {
				...stranger(number),
				name: `Added phone ${number.slice(-4)}`,
			};
			const changed = Object.assign(known, change);
			phones.set(number, changed);
			return changed;
		},
		reset,
	};
}

/** The number as E.164 with a plus sign, or undefined when it cannot be a phone number. */
export function toE164(number: string): string | undefined {
	const digits = /^\+?([1-9]\d{6,14})$/.exec(number)?.[1];
	return digits === undefined ? undefined : `+${digits}`;
}
