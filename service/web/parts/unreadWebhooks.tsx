import type { UnreadWebhooks as Unread } from '../../page/shapes';
import { ask } from '../lib/api';
import { ago, count, counted, exactTime } from '../lib/format';
import { linkTo } from '../lib/route';
import { useAction } from '../lib/useAction';
import { useAsk } from '../lib/useAsk';
import { Button } from './button';
import { Empty } from './empty';
import { Notice, Outcome } from './notice';
import { Panel } from './panel';
import { Shown } from './shown';

/** Webhooks that came and of which nothing could be made, with what to do about them. */
export function UnreadWebhooks() {
	const asked = useAsk<Unread>('/v1/page/unread');
	return (
		<Panel
			title="Webhooks nobody could read"
			about="They came from the provider, in a form that this version does not know."
		>
			<Shown asked={asked}>
				{(unread) =>
					unread.newest.length === 0 ? (
						<Empty title="None." />
					) : (
						<Found {...unread} onDone={asked.reload} />
					)
				}
			</Shown>
		</Panel>
	);
}

function Found({ connections, newest, keptDays, onDone }: Unread & { onDone(): Promise<void> }) {
	const action = useAction();
	const discard = () =>
		action.run(async () => {
			await ask('/v1/page/unread/discard', { seqs: newest.map(({ seq }) => seq) });
			await onDone();
			return undefined;
		});
	return (
		<>
			{connections.map((one) => (
				<Notice
					key={one.connection}
					tone="bad"
					title={`${counted(one.count, 'webhook')} of ${one.connection}, the newest ${ago(one.newestAt)}`}
				>
					<p>
						An opt-out may be among them. Read what they hold: record an opt-out under{' '}
						<a href={linkTo('consent')}>Consent</a>. If there are more every day, the provider has
						changed its webhooks: update the service, or report their form without phone numbers.
						They are kept for {counted(keptDays, 'day')}, or until you discard them.
					</p>
				</Notice>
			))}
			<Outcome action={action} />
			{newest.map(({ seq, connection, provider, at, body }) => (
				<details key={seq} class="unread">
					<summary>
						{exactTime(at)}, {connection} ({provider}), {count(body.length)} characters
					</summary>
					<pre>{body}</pre>
				</details>
			))}
			<p>
				<Button off={action.busy} onClick={() => void discard()}>
					Discard These {count(newest.length)}
				</Button>
			</p>
		</>
	);
}
