import { agent } from './account';
import type { Failure } from './errors';
import type { SendRequest } from './request';

const GSM = /^[\x20-\x5f\x61-\x7e\n\r£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]*$/;

/** An entry of `messages`, as the documents show it. */
export interface Entry {
	success: boolean;
	error: string | null;
	[member: string]: unknown;
}

/** The documented members, with what this recipient differs in. */
export function entry(more: Readonly<Record<string, unknown>>): Entry {
	return {
		...{ id: null, sender: agent.id, recipient: null, text: null, encoding: 'gsm' },
		...{ label: null, parts: 0, udh: null, is_binary: false, price: 0, channel: 'RCS' },
		...{ fallback: null, success: true, error: null, error_text: null },
		...more,
	};
}

/** What an entry says of a failure. */
export const failed = ({ code, text }: Failure) => ({
	success: false,
	error: String(code),
	error_text: text,
});

/** What an entry repeats of its request. */
export function shown({
	text,
	from,
	label,
	fallback,
}: SendRequest): Readonly<Record<string, unknown>> {
	const words = typeof text === 'string' ? text : JSON.stringify(text);
	return {
		sender: from ?? agent.id,
		text: words,
		encoding: GSM.test(words) ? 'gsm' : 'ucs2',
		label: label ?? null,
		fallback: fallback?.type ?? null,
	};
}

/** All were taken: 100; some: 101; none: the code that refused the first. */
export function answer(messages: readonly Entry[]): object {
	const taken = messages.filter(({ success }) => success).length;
	const none = messages[0]?.error ?? '700';
	return {
		success: taken === messages.length ? '100' : taken > 0 ? '101' : none,
		...{ total_price: null, balance: 3218.988, debug: 'false', sms_type: 'direct' },
		messages,
	};
}
