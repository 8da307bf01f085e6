import { avatarElement } from '../../../../handset/parts/header';
import { draw } from '../drawn/draw';
import { handsetAgent } from '../lib/agents';
import { type Chat, summaryOf, timeOf } from '../lib/chat';
import { clock } from '../lib/times';
import type { Agent } from '../lib/types';

interface Props {
	chats: readonly Chat[];
	onOpen(agent: Agent): void;
}

/** The conversations of a phone, the latest first. */
export function Inbox({ chats, onOpen }: Props) {
	return (
		<div class="inbox">
			<h3 tabIndex={-1} data-start>
				Messages
			</h3>
			{chats.length === 0 && (
				<p class="soft">No conversations yet: whoever writes to this phone appears here.</p>
			)}
			<ul>
				{chats.map(({ agent, latest }) => (
					<li key={`${agent.provider} ${agent.id}`}>
						<button type="button" onClick={() => onOpen(agent)}>
							{draw(avatarElement(handsetAgent(agent)), () => undefined)}
							<span class="who">{agent.name}</span>
							{latest && <time dateTime={timeOf(latest)}>{clock(timeOf(latest))}</time>}
							<span class="what">{latest ? summaryOf(latest) : 'On its way'}</span>
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
