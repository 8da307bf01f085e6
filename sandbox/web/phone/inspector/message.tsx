import { useEffect, useState } from 'preact/hooks';
import * as api from '../lib/api';
import { summaryOf } from '../lib/chat';
import type { InboundEntry, MessageEntry, TrafficSummary } from '../lib/types';
import { Exchange } from './exchange';
import { States } from './states';

interface Props {
	message: MessageEntry;
	answers: readonly InboundEntry[];
	/** What went over the wire lately; older entries are read for the message. */
	traffic: readonly TrafficSummary[];
}

/** All that is behind a message: who asked for it, what came of it, and who was told. */
export function MessageReport({ message, answers, traffic }: Props) {
	const own = useOwnTraffic(message, traffic, answers);
	const requests = own.filter(({ kind }) => kind === 'request');
	const webhooks = own.filter(({ kind }) => kind === 'webhook');
	return (
		<div class="report">
			<p class="subject">
				<strong>{message.agent.name}</strong> to {message.to}
				<span>{summaryOf(message)}</span>
				<code>{message.id}</code>
			</p>
			<h3>States</h3>
			<States message={message} answers={answers} />
			<h3>Request to the provider</h3>
			{requests.length === 0 && (
				<p class="soft">Not kept any more: the sandbox keeps the latest.</p>
			)}
			{requests.map((exchange, i) => (
				<Exchange key={exchange.id} exchange={exchange} open={i === 0} />
			))}
			<h3>Webhooks back</h3>
			{webhooks.length === 0 && (
				<p class="soft">
					None: no webhook is set up at {message.provider}, or nothing has happened yet.
				</p>
			)}
			{webhooks.map((exchange) => (
				<Exchange key={exchange.id} exchange={exchange} />
			))}
		</div>
	);
}

/** The exchanges of a message and of its answers, in the order of time. */
function useOwnTraffic(
	message: MessageEntry,
	traffic: readonly TrafficSummary[],
	answers: readonly InboundEntry[],
): TrafficSummary[] {
	const [older, setOlder] = useState<readonly TrafficSummary[]>([]);
	useEffect(() => {
		setOlder([]);
		api.trafficOf(message.id).then(setOlder, () => undefined);
	}, [message.id]);
	const ids = new Set(answers.map(({ id }) => id));
	const belongs = ({ provider, messageIds, inboundIds }: TrafficSummary) =>
		provider === message.provider &&
		(messageIds.includes(message.id) || inboundIds.some((id) => ids.has(id)));
	const known = new Map([...older, ...traffic].filter(belongs).map((one) => [one.id, one]));
	return [...known.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}
