import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { asArray, asNumber, asObject } from '../../../core/json';
import { countedBy, type FrequencyCap } from '../../../core/policy/frequencyCap';

/** n8n reads static data with the workflow, each time it runs. */
const MOST_PEOPLE = 10_000;

/**
 * When this node sent to whom, in its static data, which n8n saves after an execution. Phone numbers
 * are not in it, only their HMAC with a key of this workflow.
 */
export class SendHistory {
	private readonly times: Map<string, number[]>;

	constructor(
		private readonly store: IDataObject,
		private readonly key: string,
		private readonly cap: FrequencyCap,
		now: number,
	) {
		const known = Object.entries(asObject(store['sends'])).map(([person, times]) => {
			const numbers = asArray(times).flatMap((time) => asNumber(time) ?? []);
			return [person, countedBy(numbers, cap, now)] as const;
		});
		this.times = new Map(known.map(([person, times]) => [person, [...times]]));
	}

	/** `purpose`: what is counted by itself; without one, messages count whatever they are for. */
	timesOf(phone: string, purpose: string | undefined): readonly number[] {
		return this.times.get(this.person(phone, purpose)) ?? [];
	}

	note(phone: string, purpose: string | undefined, at: number): void {
		const person = this.person(phone, purpose);
		this.times.set(person, [...(this.times.get(person) ?? []), at]);
	}

	/** Hands everything that still matters to n8n; gives how many people had to be forgotten for want of room. */
	save(): number {
		const people = [...this.times]
			.map(
				([person, times]) =>
					[person, times.toSorted((a, b) => a - b).slice(-this.cap.max)] as const,
			)
			.filter(([, times]) => times.length > 0)
			.sort(([, a], [, b]) => (b.at(-1) ?? 0) - (a.at(-1) ?? 0));
		this.store['sends'] = Object.fromEntries(people.slice(0, MOST_PEOPLE));
		return Math.max(0, people.length - MOST_PEOPLE);
	}

	private person(phone: string, purpose: string | undefined): string {
		const person = purpose === undefined ? phone : `${phone} ${purpose}`;
		return createHmac('sha256', this.key).update(person).digest('base64url').slice(0, 22);
	}
}
