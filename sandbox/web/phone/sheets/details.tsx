import { avatarElement } from '../../../../handset/parts/header';
import { draw } from '../drawn/draw';
import { Icon } from '../drawn/icon';
import { handsetAgent } from '../lib/agents';
import type { Agent } from '../lib/types';
import { Sheet } from './sheet';

/** Who the business is, as a phone tells it. */
export function DetailsSheet({ agent, onClose }: { agent: Agent; onClose(): void }) {
	const { business } = agent;
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
			{business && <p class="business-about">{business.description}</p>}
			<dl class="facts">
				{business && (
					<>
						<dt>Phone</dt>
						<dd>{business.phone}</dd>
						<dt>Website</dt>
						<dd>{business.website}</dd>
						<dt>Email</dt>
						<dd>{business.email}</dd>
					</>
				)}
				<dt>Sender</dt>
				<dd>{agent.id}</dd>
				<dt>Provider</dt>
				<dd>{agent.provider}</dd>
			</dl>
			<p class="soft">An agent of the sandbox: no real business is behind it.</p>
		</Sheet>
	);
}
