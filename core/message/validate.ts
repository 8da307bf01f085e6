import { Checker } from './checker';
import type { MessageProfile } from './limits';
import { isE164 } from './phone';
import type { Problem } from './problem';
import type { RcsMessage } from './types';
import { checkContent } from './validateContent';
import { checkFallback, checkOptions, checkTimes } from './validateDelivery';

/**
 * Checks a message against what its provider can carry. Everything that is wrong is listed, each
 * with its place, the limit and what was found; an empty list means the codec can write it.
 */
export function validate(message: RcsMessage, profile: MessageProfile, now: Date): Problem[] {
	const check = new Checker(profile.displayName);
	checkRecipient(check, message.to);
	if (message.id !== undefined) check.required('id', message.id);
	check.length('id', message.id, profile.limits.messageId);
	checkContent(check, message.content, profile, now);
	checkFallback(check, message.fallback ?? [], profile);
	checkOptions(check, message, profile);
	checkTimes(check, message, profile, now);
	return check.problems;
}

/** Whether it is a phone number in E.164. */
export function checkRecipient(check: Checker, to: string): void {
	if (to.trim() === '') check.add('to', 'to is empty: a message needs a phone number');
	else if (!isE164(to))
		check.add('to', `to must be a phone number such as +447700900123${shape(to)}`);
}

/** What is odd about a number, without repeating it: numbers stay out of errors and logs. */
function shape(to: string): string {
	const digits = to.replace(/\D/g, '').length;
	if (digits === 0) return ', but it has no digits';
	if (/\p{L}/u.test(to)) return ', but it has letters';
	if (!to.includes('+')) return ', but it has no country code with + before it';
	const others = new Set(Array.from(to.replace(/[\d+]/g, ''), nameOf));
	if (others.size > 0) return `, only + and digits, but it has ${[...others].join(', ')}`;
	return `, but it has ${digits} digits`;
}

/** What a character that is no digit is called. Numbers copied from a contact may hide invisible ones. */
function nameOf(character: string): string {
	if (/\s/u.test(character)) return 'spaces';
	if (/\p{C}/u.test(character)) return 'invisible characters';
	return /[\p{P}\p{S}]/u.test(character) ? `"${character}"` : 'other characters';
}
