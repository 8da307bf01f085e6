import { avatarElement } from '../../../../handset/parts/header';
import { draw } from '../drawn/draw';
import { Icon } from '../drawn/icon';
import { handsetAgent } from '../lib/agents';
import type { Agent } from '../lib/types';
import { Sheet } from './sheet';

/** Who the business is, as a phone tells it. */
export function DetailsSheet({ agent, onClose }: { agent: Agent; onClose(): void }) {
	return (
		<Sheet title="Business info" onClose={onClose}>
			<div class="business">
				{draw(avatarElement(handsetAgent(agent)), () => undefined)}
				<p class="place-name">{agent.name}</p>
				{agent.verified ? (
					<p class="verified-line">
						<Icon name="shield" /> Verified business
					</p>
				) : (
					<p>Not verified: it is not launched yet.</p>
				)}
			</div>
			<dl class="facts">
				<dt>Sender</dt>
				<dd>{agent.id}</dd>
				<dt>Provider</dt>
				<dd>{agent.provider}</dd>
			</dl>
			<p class="soft">An agent of the sandbox: no real business is behind it.</p>
		</Sheet>
	);
}
