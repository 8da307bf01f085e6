import { useState } from 'preact/hooks';
import { type Chat, emptyChat, sameAgent, timeOf } from '../lib/chat';
import type { Agent } from '../lib/types';

/** What is on the screen: a conversation, or the list of all. */
export interface OpenChat {
	open: Chat | undefined;
	/** A conversation with something new in it while another is on the screen. */
	news: Chat | undefined;
	choose(agent: Agent): void;
	showList(): void;
	/** Shows the conversation with the latest message again, whatever comes. */
	follow(): void;
}

interface Choice {
	agent: Agent | undefined;
	/** What had been there when it was made. */
	since: string;
}

/** Follows the latest conversation until the person chooses one; from then on others knock at the top of the screen. */
export function useChat(chats: readonly Chat[], agents: readonly Agent[]): OpenChat {
	const [choice, setChoice] = useState<Choice>();
	const latest = chats[0] ?? (agents[0] && emptyChat(agents[0]));
	const since = () => new Date().toISOString();
	const open = choice ? chats.find(({ agent }) => sameAgent(agent, choice.agent)) : latest;
	const knocking =
		choice &&
		chats.find(
			({ agent, latest: last }) =>
				!sameAgent(agent, choice.agent) && last?.type === 'message' && timeOf(last) > choice.since,
		);
	return {
		open,
		news: knocking,
		choose: (agent) => setChoice({ agent, since: since() }),
		showList: () => setChoice({ agent: undefined, since: since() }),
		follow: () => setChoice(undefined),
	};
}
