import { isUnmistakable } from './keywords';
import { type OptOutReading, type OptOutRule, readOptOut } from './optOut';
import { userNumber } from '../message/phone';
import { spokenIn } from './spokenIn';
import type { EventType, RcsEvent } from './types';

/** What a person said, however they said it. */
export interface Said {
	type: EventType;
	text: string | undefined;
	postbackData?: string | undefined;
	keyword?: string;
	optOut?: NonNullable<RcsEvent['optOut']>;
}

/**
 * A text the person wrote. Whoever asks clearly for no more messages opts out, in whatever words. An opt-in needs
 * a keyword: consent is not guessed. What rules cannot decide stays a message, which says so. `user`: the
 * person's number as the provider writes it; its country tells what some keywords mean.
 */
export function readTyped(text: string, answersUs: boolean, user?: string): Said {
	const said = readOptOut(text, spokenIn(userNumber(user ?? '')));
	const { verdict, keyword } = said;
	const about = keyword === undefined ? { text } : { text, keyword };
	if (verdict === 'optOut') return { type: 'user.optedOut', ...about };
	if (verdict === 'optIn' && keyword !== undefined) return { type: 'user.optedIn', ...about };
	const type = answersUs ? 'message.replied' : 'message.received';
	return verdict === 'none'
		? { type, text }
		: { type, text, optOut: { verdict, why: whyOf(said) } };
}

/**
 * A tap on a reply chip. Its text was written by the sender: "Cancel" may be about an appointment and
 * "Start" about a quiz, so only words that can mean nothing else are an opt-out, and none is an opt-in. They
 * count as postback data too: a chip "Stop offers" that says STOP to us is one.
 */
export function readTapped(text: string | undefined, postbackData: string | undefined): Said {
	const word = [text ?? '', postbackData ?? ''].find(isUnmistakable);
	const said: Said = word === undefined ? { type: 'message.replied', text } : readTyped(word, true);
	return { ...said, text, postbackData };
}

const words: Readonly<Partial<Record<OptOutRule, string>>> = {
	mixed: 'It asks for no more messages and takes that back, or asks for messages as well',
	everyday: 'It says stop or start in one language and something else in others',
	goods:
		'It asks for no more of something, which may be a parcel, a size or an appointment, or for somebody else',
	vague: 'It may ask for fewer messages, for none of a kind, or for none at all',
	hint: 'It speaks of messages and of none, in words that the rules do not know',
	loose: 'It holds an opt-out word beside other words',
	wording: 'Its wording looks like that of an opt-out, though no rule knows it',
	sign: 'It is nothing but a sign that may mean stop',
	phrase: 'It asks for messages, but not with a keyword such as START',
};

function whyOf({ rule }: OptOutReading): string {
	return words[rule] ?? 'It may be an opt-out';
}
