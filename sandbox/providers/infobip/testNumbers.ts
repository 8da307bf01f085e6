import type { PhoneBook } from '../../network/phones';
import type { Cancel, Scheduler } from '../../scheduler';
import type { Sender } from './account';

export const testNumberStatuses = [
	'PENDING',
	'WAITING_FOR_TESTER_ACCEPTANCE',
	'APPROVED',
	'EXPIRED',
	'UNSUPPORTED',
	'FAILED',
] as const;
export type TestNumberStatus = (typeof testNumberStatuses)[number];

export interface TestNumber {
	sender: Sender;
	/** E.164 with the plus sign. */
	number: string;
	status: TestNumberStatus;
	primary: boolean;
	addedAt: string;
	updatedAt: string;
}

/** The documented limits of one sender. */
export const MOST_A_DAY = 20;
export const MOST_IN_ALL = 200;

/** In milliseconds of network time. */
const INVITED_AFTER = 300;
const ACCEPTED_AFTER = 2000;
const DAY = 86_400_000;

export interface TestNumbers {
	list(sender: Sender): TestNumber[];
	find(sender: Sender, number: string): TestNumber | undefined;
	add(sender: Sender, number: string, primary: boolean): TestNumber;
	/** Invites again, for another 24 hours. */
	refresh(entry: TestNumber): void;
	/** One number can be primary for one sender only. */
	setPrimary(entry: TestNumber, primary: boolean): void;
	/** What the person, or Infobip, decides. */
	decide(entry: TestNumber, status: TestNumberStatus): void;
	reset(): void;
}

/** Test numbers and their invitations, which a phone that is online accepts by itself. */
export function createTestNumbers(
	scheduler: Scheduler,
	phones: Pick<PhoneBook, 'reach'>,
	onUpdate: (entry: TestNumber) => void,
): TestNumbers {
	const kept: TestNumber[] = [];
	const waiting = new Map<TestNumber, Cancel>();

	function move(entry: TestNumber, status: TestNumberStatus): void {
		waiting.get(entry)?.();
		waiting.delete(entry);
		entry.status = status;
		entry.updatedAt = new Date().toISOString();
	}

	function decide(entry: TestNumber, status: TestNumberStatus): void {
		move(entry, status);
		onUpdate(entry);
	}

	const later = (entry: TestNumber, ms: number, task: () => void): void =>
		void waiting.set(entry, scheduler.after(ms, task));

	function invite(entry: TestNumber): void {
		later(entry, INVITED_AFTER, () => {
			const phone = phones.reach(entry.number);
			if (!phone.rcs) return decide(entry, 'UNSUPPORTED');
			decide(entry, 'WAITING_FOR_TESTER_ACCEPTANCE');
			if (phone.online) later(entry, ACCEPTED_AFTER, () => decide(entry, 'APPROVED'));
			else later(entry, DAY, () => decide(entry, 'EXPIRED'));
		});
	}

	function setPrimary(entry: TestNumber, primary: boolean): void {
		if (primary) for (const other of kept) if (other.number === entry.number) other.primary = false;
		entry.primary = primary;
	}

	return {
		list: (sender) => kept.filter((entry) => entry.sender === sender).reverse(),
		find: (sender, number) =>
			kept.find((entry) => entry.sender === sender && entry.number === number),
		add(sender, number, primary) {
			const now = new Date().toISOString();
			const entry: TestNumber = {
				sender,
				number,
				status: 'PENDING',
				primary: false,
				addedAt: now,
				updatedAt: now,
			};
			kept.push(entry);
			setPrimary(entry, primary);
			invite(entry);
			return entry;
		},
		refresh(entry) {
			move(entry, 'PENDING');
			invite(entry);
		},
		setPrimary,
		decide,
		reset() {
			kept.length = 0;
			waiting.clear();
		},
	};
}
