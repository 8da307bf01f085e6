import type { Connections, WebhookPlace } from '../../page/shapes';
import { ago } from '../lib/format';
import { useAsk } from '../lib/useAsk';
import { Copy } from './copy';
import { Notice } from './notice';
import { Shown } from './shown';
import { type Column, Table } from './table';

/** Where providers and CRMs have to send their webhooks. */
export function WebhookPlaces() {
	const asked = useAsk<Connections>('/v1/page/connections');
	return (
		<Shown asked={asked}>
			{({ publicUrl, places }) =>
				places.length === 0 ? (
					<NoProviders base={publicUrl} />
				) : (
					<Places base={publicUrl} places={places} />
				)
			}
		</Shown>
	);
}

function NoProviders({ base = location.origin }: { base: string | undefined }) {
	return (
		<Notice tone="quiet" title="No provider is configured yet.">
			<p>
				Add one under <code>providers</code> in the configuration, and start the service again. Or
				have RCS Trigger in n8n send its events to this address, with a token:
			</p>
			<Copy text={`${base}/v1/events`} what="the address for events" />
		</Notice>
	);
}

function Places({ base, places }: { base: string | undefined; places: WebhookPlace[] }) {
	const columns: Column<WebhookPlace>[] = [
		{
			head: 'Connection',
			heads: true,
			cell: ({ connection, name }) => (
				<>
					{connection}
					<span class="soft block">{name}</span>
				</>
			),
		},
		{
			head: 'Address for its webhook',
			class: 'text',
			cell: ({ connection, path }) => (
				<Copy text={`${base ?? location.origin}${path}`} what={`the address of ${connection}`} />
			),
		},
		{
			head: 'Last event',
			cell: ({ kind, lastEventAt }) => {
				if (kind === 'crm') return 'Tells of edits';
				return lastEventAt === undefined ? 'None lately' : ago(lastEventAt);
			},
		},
		{
			head: 'Handed on to',
			cell: ({ forwardTo }) =>
				forwardTo.length === 0
					? 'Nobody'
					: forwardTo.map((url) => <span class="block">{url}</span>),
		},
	];
	return (
		<>
			{base === undefined && (
				<p class="soft">
					These addresses are as this browser sees the service. Where the provider needs another
					one, set <code>http.publicUrl</code> in the configuration.
				</p>
			)}
			<Table
				caption="Addresses for webhooks"
				stacks
				columns={columns}
				rows={places}
				keyOf={({ kind, connection }) => `${kind} ${connection}`}
			/>
		</>
	);
}
