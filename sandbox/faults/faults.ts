import { randomUUID } from 'node:crypto';

import { seeded } from './seeded';

/** What goes wrong on demand. A rate limit stays until it is removed; the others wear off. */
export const faultKinds = [
	'delay',
	'status',
	'resetBefore',
	'resetAfter',
	'duplicateWebhook',
	'rateLimit',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRequest {
	provider: string;
	kind: FaultKind;
	/** Only requests whose path, below the provider's base, begins with this. */
	path?: string;
	/** How many requests pass before it strikes. */
	skip?: number;
	/** Only this share of the requests it concerns, drawn by `seed`. */
	percent?: number;
	seed?: number;
	times?: number;
	status?: number;
	retryAfter?: number;
	delayMs?: number;
	perSecond?: number;
}

export interface Fault extends FaultRequest {
	id: string;
	/** How often it will strike yet; null = until it is removed. */
	left: number | null;
}

/** A fault, and whether it strikes a request it concerns. */
interface Ordered {
	fault: Fault;
	strikes: () => boolean;
}

export interface Faults {
	add(request: FaultRequest): Fault;
	list(): Fault[];
	/** The fault of this kind that strikes now, if any; it wears off by one. */
	take(kind: FaultKind, provider: string, path?: string): Fault | undefined;
	clear(): void;
}

/** The faults that were ordered and have not worn off. */
export function createFaults(): Faults {
	let faults: Ordered[] = [];
	return {
		add(request) {
			const left = request.kind === 'rateLimit' ? null : (request.times ?? 1);
			const fault = { ...request, id: randomUUID(), left };
			const { percent = 100, seed = 1 } = request;
			const random = seeded(seed);
			faults.push({ fault, strikes: () => random() * 100 < percent });
			return fault;
		},
		list: () => faults.map(({ fault }) => fault),
		take(kind, provider, path) {
			for (const { fault, strikes } of faults) {
				if (!concerns(fault, kind, provider, path)) continue;
				if (fault.skip) {
					fault.skip -= 1;
					continue;
				}
				if (!strikes()) continue;
				if (fault.left !== null) fault.left -= 1;
				faults = faults.filter(({ fault: { left } }) => left !== 0);
				return fault;
			}
			return undefined;
		},
		clear: () => void (faults = []),
	};
}

const concerns = (fault: Fault, kind: FaultKind, provider: string, path?: string): boolean =>
	fault.kind === kind &&
	fault.provider === provider &&
	(fault.path === undefined || Boolean(path?.startsWith(fault.path)));
