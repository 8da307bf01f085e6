import { asString } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Problem } from '../../core/message/problem';

type MessageId = { ok: true; id: string } | { ok: false; problem: Problem };

interface About {
	/** Names the node, whatever the execution. */
	node: readonly string[];
	/** Names one run of the node. */
	run: readonly (string | number)[];
	to: string;
	itemIndex: number;
}

const labels = { messageId: 'Message ID', idempotencyKey: 'Idempotency Key' } as const;

/**
 * The id of a message: the user's own; else one made from the user's key, which is the same in every
 * execution, for this node and this person alone; else one made from the run and the item. An option
 * that is there but empty is refused: it was meant to keep a message from being sent twice.
 */
export function messageIdOf(options: Readonly<Record<string, unknown>>, about: About): MessageId {
	for (const name of ['messageId', 'idempotencyKey'] as const)
		if (name in options && !asString(options[name])?.trim()) return empty(name);
	const own = asString(options['messageId']);
	if (own) return { ok: true, id: own };
	const { node, run, to, itemIndex } = about;
	const key = asString(options['idempotencyKey']);
	return { ok: true, id: deriveMessageId(key ? ['key', ...node, to, key] : [...run, itemIndex]) };
}

function empty(name: keyof typeof labels): MessageId {
	const message = `The option '${labels[name]}' is empty for this item; fill it in or remove it`;
	return { ok: false, problem: { path: `options.${name}`, message } };
}
