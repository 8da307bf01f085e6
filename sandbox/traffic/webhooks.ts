import { randomUUID } from 'node:crypto';

import { readText } from './body';
import type { TrafficLog } from './log';
import { maskCallback, maskHeaders } from './mask';
import type { Subject } from './subjects';
import type { WebhookEntry } from './types';

/** One attempt to deliver a webhook. */
export interface Attempt {
	at: Date;
	provider: string;
	event: string;
	url: string;
	headers: Record<string, string>;
	body: string;
	attempt: number;
	duplicate: boolean;
	answer: { status: number; error?: string };
	/** What each of its events is about. */
	subjects: readonly Subject[];
}

/** Keeps a webhook that was sent. */
export function recordWebhook(log: TrafficLog, attempt: Attempt): void {
	const { at, provider, event, url, body, duplicate, answer, subjects } = attempt;
	const headers = maskHeaders(attempt.headers);
	const signatureHeader = Object.keys(headers).find((name) => name.includes('signature'));
	const entry: WebhookEntry = {
		...{ kind: 'webhook', id: randomUUID(), at: at.toISOString(), provider, event },
		...{ method: 'POST', url: maskCallback(url), headers },
		...(signatureHeader === undefined ? {} : { signatureHeader }),
		body: readText(body, headers['content-type']),
		attempt: attempt.attempt,
		...(duplicate ? { duplicate } : {}),
		...(answer.status === 0 ? {} : { status: answer.status }),
		...(answer.error === undefined ? {} : { error: answer.error }),
		durationMs: Date.now() - at.getTime(),
		messageIds: each(subjects.map(({ messageId }) => messageId)),
		inboundIds: each(subjects.map(({ inboundId }) => inboundId)),
		phones: each(subjects.map(({ phone }) => phone)),
	};
	log.add(entry);
}

const each = (values: readonly (string | undefined)[]): string[] => [
	...new Set(values.filter((value) => value !== undefined)),
];
