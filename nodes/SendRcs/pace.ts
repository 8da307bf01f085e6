import { asNumber } from '../../core/json';
import type { Pace } from '../../core/sendAll';

/** The pace the node's options ask for. */
export function paceOf(options: Readonly<Record<string, unknown>>): Pace {
	const perSecond = asNumber(options['perSecond']) ?? 0;
	return {
		concurrency: asNumber(options['concurrency']) ?? 50,
		retries: asNumber(options['retries']) ?? 3,
		...(perSecond > 0 ? { perSecond } : {}),
	};
}
