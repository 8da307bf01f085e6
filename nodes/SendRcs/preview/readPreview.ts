import { asObject } from '../../../core/json';
import type { Change, Problem } from '../../../core/message/problem';
import type { RcsMessage } from '../../../core/message/types';
import type { Account } from '../../shared/account';
import { type Fit, fit } from '../../shared/preview/fit';
import { withShop } from '../cardFrom';
import { readContent } from '../content';
import { entriesLeftOut } from '../contentCards';
import type { Form } from '../form';
import { readMessage } from '../message';
import { messageIdOf } from '../messageId';

/** Who it is for makes no difference to what is drawn. */
const ANYBODY = '+447700900000';

/** What the form of an item says, as sending would take it, and what is wrong with it. */
export function readPreview(
	{ provider }: Account,
	filledIn: Form,
	itemIndex: number,
	now: Date,
): Fit {
	const form = withShop(filledIn);
	const written = readMessage(form);
	if (!written.ok) return unsent(contentOf(form), written.to, written.problems);
	const message = { ...written.message, to: written.message.to || ANYBODY };
	const about = { node: [], run: ['preview'], to: message.to, itemIndex };
	const named = message.id
		? { ok: true as const, id: message.id }
		: messageIdOf(asObject(form.read('options', {})), about);
	if (!named.ok) return unsent(message, message.to, [named.problem]);
	const ifNotSupported = form.read('ifNotSupported', 'fail') === 'downgrade' ? 'downgrade' : 'fail';
	const fitted = fit(provider, { ...message, id: named.id }, now, ifNotSupported);
	return { ...fitted, changes: [...listChanges(form), ...fitted.changes] };
}

/** A cart with more things than cards is told as a change of the message, as sending does. */
const listChanges = (form: Form): Change[] => entriesLeftOut({ read: form.read });

/** The content alone, where another field cannot be read. */
function contentOf(form: Form): Partial<RcsMessage> {
	const written = readContent(form);
	return 'content' in written ? { content: written.content } : {};
}

/** What cannot even be read as a message is drawn as far as it is there. */
export function unsent(part: Partial<RcsMessage>, to: string, problems: Problem[]): Fit {
	const nothing = { kind: 'raw', payload: undefined } as const;
	return { message: { content: nothing, ...part, to, id: '' }, problems, changes: [] };
}
