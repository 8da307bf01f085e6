import { Changes } from './changes';
import { carriedKind } from './carriedKind';
import { fitContent } from './downgradeContent';
import { dropHints, fitFallback, fitOptions, fitTimes } from './downgradeDelivery';
import type { MessageProfile } from './limits';
import type { Change } from './problem';
import type { RcsMessage } from './types';

/**
 * The closest message its provider can carry, and what was changed for it. Only what is too long,
 * too much or not available is changed; what is wrong (a phone that is no phone, a link that is no
 * link) stays as it is for validation to refuse. So does what names the message or says when to
 * send it (`id`, `schedule`): another id or time would be another message.
 */
export function downgrade(
	message: RcsMessage,
	profile: MessageProfile,
	now: Date,
): { message: RcsMessage; changes: Change[] } {
	const changes = new Changes(profile);
	const carried = { ...message, content: carriedKind(message.content, changes) };
	const bare = dropHints(carried, changes);
	const content = fitContent(bare.content, changes);
	const options = fitOptions({ ...bare, content }, changes);
	const fitted = fitFallback(fitTimes(options, changes, now), changes);
	return { message: fitted, changes: changes.all };
}

/** The message without what only helps and its provider has no place for; nothing else is changed. */
export function withoutHints(
	message: RcsMessage,
	profile: MessageProfile,
): { message: RcsMessage; changes: Change[] } {
	const changes = new Changes(profile);
	return { message: dropHints(message, changes), changes: changes.all };
}
