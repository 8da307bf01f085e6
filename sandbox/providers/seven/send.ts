import { compact } from '../../json';
import { toE164 } from '../../network/phones';
import type { Content, Fallback, Message } from '../../network/types';
import type { World } from '../provider';
import { agent, bare } from './account';
import { answer, type Entry, entry, failed, shown } from './answer';
import { readContent, wordsOf } from './content';
import { failure } from './errors';
import type { Body } from './params';
import { readRequest, type FallbackBody, type SendRequest } from './request';

const FIRST_ID = 77_233_319_353;
const LOCKED_MS = 180_000;
const DEFAULT_TTL_MINUTES = 2880;

/** What a message was sent with, for its webhooks. */
export interface Sent {
	foreignId: string | null;
	label: string | null;
	tracked: boolean;
}

export type Records = WeakMap<Message, Sent>;

/** POST /rcs/messages. The answer has an entry for every recipient; its ids are the service's own. */
export function createSender({ network, scheduler }: World, records: Records) {
	const locked = new Set<string>();
	let lastId = FIRST_ID;
	let reloadLock = true;

	function send(body: Body): object {
		const request = readRequest(body);
		if ('code' in request) return answer([entry(failed(request))]);
		const isOurs = request.from === undefined || request.from === agent.id;
		const content = isOurs ? readContent(request.text) : failure(306);
		if (!('code' in content)) return answer(request.to.map((to) => sendTo(to, request, content)));
		const refused = { ...shown(request), ...failed(content) };
		return answer(request.to.map((to) => entry({ ...refused, recipient: bare(to) })));
	}

	function sendTo(recipient: string, request: SendRequest, content: Content): Entry {
		const about = { ...shown(request), recipient: bare(recipient) };
		const to = toE164(recipient);
		if (to === undefined) return entry({ ...about, ...failed(failure(202)) });
		if (isLocked(to, request)) return entry({ ...about, ...failed(failure(402)) });
		const message = network.submit(submission(String(lastId++), to, request, content));
		if (!message) return entry({ ...about, ...failed(failure(700)) });
		records.set(message, {
			foreignId: request.foreign_id ?? null,
			label: request.label ?? null,
			tracked: request.performance_tracking ?? false,
		});
		return entry({ ...about, id: message.id });
	}

	/** The reload lock: the same words to the same number, under whatever foreign id. */
	function isLocked(to: string, { text }: SendRequest): boolean {
		const key = JSON.stringify([to, text]);
		if (!reloadLock) return false;
		if (locked.has(key)) return true;
		locked.add(key);
		scheduler.after(LOCKED_MS, () => locked.delete(key));
		return false;
	}

	return {
		send,
		/** Accounts can do without the reload lock. */
		lockReloads: (on: boolean) => void (reloadLock = on),
		reset() {
			locked.clear();
			lastId = FIRST_ID;
			reloadLock = true;
		},
	};
}

function submission(id: string, to: string, request: SendRequest, content: Content) {
	const { ttl = DEFAULT_TTL_MINUTES, delay, fallback } = request;
	return compact({
		...{ id, agent, to, content },
		validityMs: ttl * 60_000,
		startAt: delay,
		fallback: fallback && toFallback(fallback, content, id),
	});
}

/** What the phone gets as an SMS: the words, or the address of a page that shows the message. */
function toFallback({ type, text, from }: FallbackBody, content: Content, id: string): Fallback {
	const page = `https://webview.example.com/${id}`;
	const words = text ?? (type === 'sms' ? wordsOf(content) : agent.name);
	return {
		channel: 'SMS',
		sender: from ?? 'seven',
		text: type === 'sms' ? words : `${words} ${page}`,
		mediaUrls: [],
	};
}
