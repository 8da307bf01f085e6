import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Chat, emptyChat, sameAgent } from '../lib/chat';
import type { Agent } from '../lib/types';

/** What is on the screen: a conversation, or the list of all. */
export interface OpenChat {
	open: Chat | undefined;
	/** A conversation with something new in it while another is on the screen. */
	news: Chat | undefined;
	choose(agent: Agent): void;
	showList(): void;
}

interface Choice {
	agent: Agent | undefined;
	/** The last entry of each conversation when it was made: no news. */
	known: ReadonlySet<string | undefined>;
}

const lastOf = (chats: readonly Chat[]): Choice['known'] =>
	new Set(chats.map(({ latest }) => latest?.key));

/**
 * Follows the latest conversation until the person chooses one; from then on others knock at the top of the screen.
 * Who is in the middle of something, as `isBusy` tells, has chosen where they are.
 */
export function useChat(
	chats: readonly Chat[],
	agents: readonly Agent[],
	isBusy: () => boolean,
): OpenChat {
	const [choice, setChoice] = useState<Choice>();
	const before = useRef<Choice>({ agent: undefined, known: new Set() });
	const latest = chats[0] ?? (agents[0] && emptyChat(agents[0]));
	const moves = choice === undefined && !sameAgent(latest?.agent, before.current.agent);
	const stays = moves && before.current.agent !== undefined && isBusy();
	const chosen = stays ? before.current : choice;

	useLayoutEffect(() => {
		if (stays) setChoice(before.current);
		else before.current = { agent: latest?.agent, known: lastOf(chats) };
	});

	const knocking =
		chosen &&
		chats.find(
			({ agent, latest: last }) =>
				!sameAgent(agent, chosen.agent) && last?.type === 'message' && !chosen.known.has(last.key),
		);
	return {
		open: chosen ? chatWith(chosen.agent, chats) : latest,
		news: knocking,
		choose: (agent) => setChoice({ agent, known: lastOf(chats) }),
		showList: () => setChoice({ agent: undefined, known: lastOf(chats) }),
	};
}

const chatWith = (agent: Agent | undefined, chats: readonly Chat[]): Chat | undefined =>
	agent && (chats.find((chat) => sameAgent(chat.agent, agent)) ?? emptyChat(agent));
