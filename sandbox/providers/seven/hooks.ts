import { isObject } from '../../json';
import type { Outbox, Target } from '../../webhooks/outbox';
import { ID, SIGNING_KEY } from './account';
import { envelope, type HookEvent } from './payloads';
import { signatureHeaders } from './signature';

export const eventTypes = [
	...['all', 'rcs', 'rcs_dlr', 'rcs_mo', 'sms_mo', 'dlr'],
	...['voice_call', 'voice_status', 'voice_dtmf', 'tracking'],
];
export const methods = ['GET', 'JSON', 'POST'] as const;

export interface NewHook {
	target_url: string;
	event_type: string;
	event_filter: string | null;
	request_method: (typeof methods)[number];
	/** `Name: value`, a line each. */
	headers: string | null;
}

export interface Hook extends NewHook {
	id: number;
	enabled: boolean;
	created: string;
}

export interface Hooks {
	list(): Hook[];
	add(hook: NewHook): Hook;
	remove(id: number): boolean;
	/** Tells every hook that asked for it. */
	tell(event: HookEvent): void;
	/** The account's key; it signs webhooks and what callers sign. */
	signingKey: string;
	reset(): void;
}

/** The account's webhooks, all signed with its one key. */
export function createHooks(outbox: Outbox): Hooks {
	const hooks = new Map<number, Hook>();
	let lastId = 0;

	return {
		signingKey: SIGNING_KEY,
		list: () => [...hooks.values()],
		add(body) {
			lastId += 1;
			const hook = { ...body, id: lastId, enabled: true, created: new Date().toISOString() };
			hooks.set(hook.id, hook);
			return hook;
		},
		remove: (id) => hooks.delete(id),
		tell(event) {
			for (const hook of hooks.values()) {
				if (isWanted(hook, event))
					outbox.push(target(hook, this.signingKey), event.event, envelope(event));
			}
		},
		reset() {
			hooks.clear();
			lastId = 0;
			this.signingKey = SIGNING_KEY;
		},
	};
}

function isWanted({ event_type, event_filter }: Hook, { event, name, data }: HookEvent): boolean {
	const isOfType = ['all', event, name].includes(event_type);
	return isOfType && (event_filter === null || data['agent_id'] === event_filter);
}

const FIRST_WAIT_MS = 37_000;
const REPETITIONS = 13;
const ANSWER_WITHIN_MS = 5000;

/** 14 attempts in about three and a half days; the waits between them are not documented. */
const retries = Array.from({ length: REPETITIONS }, (_, index) => FIRST_WAIT_MS * 2 ** index);

/** An answer that it was the receiver's doing, and not too many requests, ends the attempts. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

function target(hook: Hook, key: string): Target {
	const { id, target_url: url, request_method, headers } = hook;
	const isJson = request_method === 'JSON';
	return {
		key: `${ID} ${id}`,
		...{ provider: ID, url, retries, isFinal },
		bucketSize: 1,
		answerWithinMs: ANSWER_WITHIN_MS,
		body: (_event, [item]) => (isJson ? JSON.stringify(item) : formOf(item)),
		headers: (body) => ({
			...(isJson ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
			...linesOf(headers ?? ''),
			...signatureHeaders(key, { method: 'POST', url, body }),
		}),
	};
}

/** Headers that are written a line each. */
function linesOf(headers: string): Record<string, string> {
	const lines = headers.split(/\r?\n/).map((line) => /^([^:\s]+):\s*(.*)$/.exec(line));
	return Object.fromEntries(lines.flatMap((line) => (line ? [[line[1], line[2]]] : [])));
}

/** A form as PHP writes nested values: `data[text]=Hello`. */
function formOf(value: unknown): string {
	const form = new URLSearchParams();
	const add = (name: string, part: unknown): void => {
		if (isObject(part)) for (const key of Object.keys(part)) add(`${name}[${key}]`, part[key]);
		else if (part !== null && part !== undefined) form.append(name, String(part));
	};
	for (const [name, part] of Object.entries(isObject(value) ? value : {})) add(name, part);
	return form.toString();
}
