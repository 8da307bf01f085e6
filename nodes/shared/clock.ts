import { sleep } from 'n8n-workflow';
import type { Clock } from '../../core/clock';

/** The time of this machine, and n8n's way to wait. */
export const clock: Clock = { now: () => Date.now(), wait: sleep };
