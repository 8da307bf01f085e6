import { useState } from 'preact/hooks';
import { exactly } from '../lib/times';
import type { TrafficSummary } from '../lib/types';
import { useExchange } from '../lib/useExchange';
import { Body, Headers } from './body';

const taken = (status: number): boolean => status >= 200 && status < 300;

function Outcome({ exchange: { status, error } }: { exchange: TrafficSummary }) {
	if (status === undefined)
		return <span class={error === undefined ? 'wait' : 'bad'}>{error ?? 'waits'}</span>;
	return <span class={taken(status) ? 'good' : 'bad'}>{status}</span>;
}

const titleOf = (exchange: TrafficSummary): string =>
	exchange.kind === 'webhook' ? exchange.event : `${exchange.method} ${pathOf(exchange.url)}`;

const pathOf = (url: string): string => url.split('?')[0] ?? url;

/** A request, or a webhook: a line that opens to all that went over the wire. */
export function Exchange({ exchange, open = false }: { exchange: TrafficSummary; open?: boolean }) {
	const [shown, setShown] = useState(open);
	const attempt =
		exchange.kind === 'webhook' && exchange.attempt > 1 ? exchange.attempt : undefined;
	return (
		<details
			class={`exchange ${exchange.kind}`}
			open={shown}
			onToggle={({ currentTarget }) => setShown(currentTarget.open)}
		>
			<summary>
				<span class="chip">{exchange.kind === 'webhook' ? 'Webhook' : 'Request'}</span>
				<strong>{titleOf(exchange)}</strong>
				<Outcome exchange={exchange} />
				<span class="where">
					{exchange.provider} · <time dateTime={exchange.at}>{exactly(exchange.at)}</time>
					{attempt !== undefined && ` · try ${attempt}`}
				</span>
			</summary>
			{shown && <Whole exchange={exchange} />}
		</details>
	);
}

const headerOf = (headers: Readonly<Record<string, string>>, wanted: string): string =>
	Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? '';

function Whole({ exchange }: { exchange: TrafficSummary }) {
	const { entry, problem } = useExchange(exchange);
	if (problem !== undefined) return <p class="problem">{problem}</p>;
	if (!entry) return <p class="soft">Reading…</p>;
	const signature = entry.kind === 'webhook' ? entry.signatureHeader : undefined;
	return (
		<div class="whole">
			<p class="url">
				<b>{entry.method}</b> {entry.url}
			</p>
			{entry.kind === 'webhook' && signature === undefined && (
				<p class="soft">This webhook is not signed.</p>
			)}
			{signature !== undefined && (
				<p class="signed">
					<b>Signed:</b> <code>{signature}</code> <code>{headerOf(entry.headers, signature)}</code>
				</p>
			)}
			<Headers headers={entry.headers} signature={signature} />
			<Body body={entry.body} label={entry.kind === 'webhook' ? 'Webhook body' : 'Request body'} />
			{entry.kind === 'webhook' ? (
				<p class="verdict">
					{entry.status === undefined
						? (entry.error ?? 'The receiver has not answered yet.')
						: `The receiver answered ${entry.status}${taken(entry.status) ? ': it took the webhook.' : ': it did not take the webhook.'}`}
				</p>
			) : (
				entry.answer && (
					<>
						<h4>
							Answer {entry.status}
							{entry.durationMs !== undefined && <small> after {entry.durationMs} ms</small>}
						</h4>
						<Headers headers={entry.answer.headers} />
						<Body body={entry.answer.body} label="Answer body" />
					</>
				)
			)}
		</div>
	);
}
