import { headerElement } from '../../../../handset/parts/header';
import type { Look } from '../../../../handset/types';
import { draw } from '../drawn/draw';
import { Icon } from '../drawn/icon';
import { handsetAgent } from '../lib/agents';
import type { Agent } from '../lib/types';
import { Menu, type MenuItem } from './menu';

interface Props {
	agent: Agent;
	look: Look;
	/** How many conversations the phone has besides this one. */
	others: number;
	menu: readonly MenuItem[];
	onBack(): void;
	onDetails(): void;
}

/** The top of a conversation, with a way back to the others and its menu. */
export function Header({ agent, look, others, menu, onBack, onDetails }: Props) {
	// The first piece is the sign for the way back: here it is a button.
	const [, ...who] = headerElement(handsetAgent(agent), look).children ?? [];
	const conversations = others === 0 ? 'All conversations' : `All conversations, ${others} more`;
	return (
		<header class="rcs-header chat-header">
			<button type="button" class="round back" aria-label={conversations} onClick={onBack}>
				<Icon name={look === 'ios' ? 'chevronBack' : 'back'} />
				{others > 0 && <span class="others">{others}</span>}
			</button>
			<button type="button" class="who" onClick={onDetails} title="Business info">
				{who.map((piece) => draw(piece, () => undefined))}
			</button>
			<Menu items={menu} />
		</header>
	);
}
