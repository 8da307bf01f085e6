import type { HttpResponse } from '../core/http';
import type { CrmRun } from './execute';

/** The header has whole seconds. */
export const SECOND_MS = 1000;

/** The time in the CRM, in milliseconds since 1970. */
export function timeOf({ clock }: CrmRun, { headers }: HttpResponse): number {
	return Date.parse(headers['date'] ?? '') || clock.now();
}
