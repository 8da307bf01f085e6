import type { Look } from '../../../../handset/types';
import { Icon } from '../drawn/icon';
import { clock } from '../lib/times';
import type { Leg, LegState } from '../lib/types';

const words: Partial<Record<LegState, string>> = { delivered: 'Delivered', read: 'Read' };

/** The line below a message of the business: when it came, how far we know it got, and what is behind it. */
export function Meta({ leg, look, onInspect }: { leg: Leg; look: Look; onInspect(): void }) {
	const at = leg.times.delivered ?? leg.times.sent ?? leg.times.queued ?? '';
	return (
		<div class={`meta ${leg.state}`}>
			<time dateTime={at}>{clock(at)}</time>
			{look === 'android' && <Icon name={leg.state === 'read' ? 'ticks' : 'tick'} />}
			<span>
				{look === 'ios' && '· '}
				{words[leg.state] ?? 'Sent'}
			</span>
			<button type="button" class="inspect" onClick={onInspect} title="Inspect this message">
				<Icon name="info" label="Inspect" />
			</button>
		</div>
	);
}
