import { randomUUID } from 'node:crypto';

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

export interface Faults {
	add(request: FaultRequest): Fault;
	list(): Fault[];
	/** The fault of this kind that strikes now, if any; it wears off by one. */
	take(kind: FaultKind, provider: string, path?: string): Fault | undefined;
	clear(): void;
}

/** The faults that were ordered and have not worn off. */
export function createFaults(): Faults {
	let faults: Fault[] = [];
	return {
		add(request) {
			const left = request.kind === 'rateLimit' ? null : (request.times ?? 1);
			const fault = { ...request, id: randomUUID(), left };
			faults.push(fault);
			return fault;
		},
		list: () => [...faults],
		take(kind, provider, path) {
			const fault = faults.find(
				(candidate) =>
					candidate.kind === kind &&
					candidate.provider === provider &&
					(candidate.path === undefined || path?.startsWith(candidate.path)),
			);
			if (fault && fault.left !== null) {
				fault.left -= 1;
				if (fault.left === 0) faults = faults.filter((other) => other !== fault);
			}
			return fault;
		},
		clear: () => void (faults = []),
	};
}
