import type { EventType } from '../../core/event/types';
import { failures } from '../shared/failures';
import type { Profile } from '../../core/provider';
import type { TriggerOptions } from './options';

/** What the service makes use of: states and answers of messages, and what people want. */
const used = (type: EventType): boolean => /^(message|user\.opted)/.test(type);

/** As what people answer may come in. */
const answers: readonly EventType[] = ['message.replied', 'message.received', 'user.optedOut'];
const mayAnswer = (type: EventType): boolean => answers.includes(type);

/** What else ends a question. */
const endsWait = (type: EventType): boolean => mayAnswer(type) || failures.includes(type);

/**
 * The events a provider is to tell of: those the workflow starts on, those the service makes use of and, where some of
 * them may answer a question, the other ones that may, and those by which one ends without an answer. Who listens to no people at all, is not told of them.
 */
export function toldBy({ events }: Profile, options: TriggerOptions): readonly EventType[] {
	const resumes = options.resume && options.verify && options.events.some(mayAnswer);
	const more = events.filter(
		(type) => (options.handOn && used(type)) || (resumes && endsWait(type)),
	);
	return [...new Set([...options.events, ...more])];
}
