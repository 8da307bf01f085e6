import type { Failures, Overview } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { count, percent } from '../lib/format';
import { todayQuery } from '../lib/ranges';
import { linkTo } from '../lib/route';
import { useAsk } from '../lib/useAsk';
import { CrmCards } from '../parts/crmCards';
import { Empty } from '../parts/empty';
import { Figures } from '../parts/figures';
import { Panel } from '../parts/panel';
import { Shown } from '../parts/shown';
import { Spikes } from '../parts/spike';
import { WebhookPlaces } from '../parts/webhookPlaces';

/** The numbers of today, and whether anything waits for somebody. */
export function Today({ crms }: SectionProps) {
	const asked = useAsk<Overview>(`/v1/page/overview${todayQuery()}`);
	const failures = useAsk<Failures>(`/v1/page/failures${todayQuery()}`);
	return (
		<>
			<Spikes providers={failures.data?.providers ?? []} />
			<CrmCards crms={crms} />
			<Panel title="Today">
				<Shown asked={asked}>{(numbers) => <Numbers numbers={numbers} />}</Shown>
			</Panel>
			<Panel title="Webhooks" about="Where your providers send what happens to messages.">
				<WebhookPlaces />
			</Panel>
		</>
	);
}

function Numbers({ numbers }: { numbers: Overview }) {
	if (numbers.isEmpty)
		return (
			<Empty title="No event has arrived yet.">
				<p>
					Numbers show here as soon as a provider sends its webhooks to the address below, or RCS
					Trigger its events.
				</p>
			</Empty>
		);
	const { messages, optedIn, optedOut, possibleOptOuts, forwardsGivenUp, unreadWebhooks } = numbers;
	const { sent, delivered, read, replied, failed, fellBack } = messages;
	const ofSent = (n: number) => `${percent(n, sent)} of sent`;
	const givenUp = {
		label: 'Webhooks not handed on',
		value: count(forwardsGivenUp),
		link: linkTo('dead-letters'),
		tone: 'bad' as const,
	};
	const unread = {
		label: 'Webhooks nobody could read',
		value: count(unreadWebhooks),
		link: linkTo('dead-letters'),
		tone: 'bad' as const,
	};
	const toReview = {
		label: 'Possible opt-outs to review',
		value: count(possibleOptOuts),
		link: linkTo('consent'),
		tone: 'bad' as const,
	};
	return (
		<Figures
			figures={[
				{ label: 'Sent', value: count(sent), link: linkTo('campaigns') },
				{ label: 'Delivered', value: count(delivered), note: ofSent(delivered) },
				{ label: 'Read', value: count(read), note: ofSent(read) },
				{ label: 'Replied', value: count(replied), note: ofSent(replied) },
				{
					label: 'Fell back',
					value: count(fellBack),
					note: ofSent(fellBack),
					link: linkTo('channels'),
				},
				{ label: 'Failed', value: count(failed), note: ofSent(failed), link: linkTo('failures') },
				{ label: 'Opt-outs', value: count(optedOut), link: linkTo('consent') },
				{ label: 'Opt-ins', value: count(optedIn) },
				...(possibleOptOuts > 0 ? [toReview] : []),
				...(forwardsGivenUp > 0 ? [givenUp] : []),
				...(unreadWebhooks > 0 ? [unread] : []),
			]}
		/>
	);
}
