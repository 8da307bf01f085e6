import { useId } from 'preact/hooks';
import type { CampaignFunnel, Funnel } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { count, percent } from '../lib/format';
import { rangeQuery } from '../lib/ranges';
import { linkTo, replaceRoute } from '../lib/route';
import { useAsk } from '../lib/useAsk';
import { Bar } from '../parts/bar';
import { Empty } from '../parts/empty';
import { Panel } from '../parts/panel';
import { RangeChoice, rangeOf } from '../parts/rangeChoice';
import { Shown } from '../parts/shown';
import { type Column, Table } from '../parts/table';

const ALL = 'All campaigns';
const NONE = 'Without a campaign';

/** How far messages came, for all campaigns or one. */
export function Campaigns({ route }: SectionProps) {
	const range = rangeOf(route);
	const asked = useAsk<{ campaigns: CampaignFunnel[] }>(`/v1/page/campaigns${rangeQuery(range)}`);
	const chosen = route.params['campaign'];
	const choose = (campaign: string) =>
		replaceRoute('campaigns', { range, ...(campaign === '' ? {} : { campaign }) });
	return (
		<>
			<div class="tools">
				<Picker campaigns={asked.data?.campaigns ?? []} chosen={chosen} onChoose={choose} />
				<RangeChoice route={route} />
			</div>
			<Shown asked={asked}>
				{({ campaigns }) =>
					campaigns.length === 0 ? (
						<NoMessages />
					) : (
						<>
							<Panel title={chosen === undefined ? ALL : nameOf(fromKey(chosen))}>
								<FunnelTable funnel={sum(campaigns.filter(isOf(chosen)))} />
							</Panel>
							<Panel title="Campaign by campaign">
								<Table
									caption="Campaigns and how far their messages came"
									columns={columns(range)}
									rows={campaigns}
									keyOf={({ campaign }) => keyOf(campaign)}
									isCurrent={({ campaign }) => keyOf(campaign) === chosen}
								/>
							</Panel>
						</>
					)
				}
			</Shown>
		</>
	);
}

/** A campaign in the address: `-` for none, `=name` for others, so that no name can be taken for none. */
const keyOf = (campaign: string | null) => (campaign === null ? '-' : `=${campaign}`);
const fromKey = (key: string) => (key === '-' ? null : key.slice(1));
const nameOf = (campaign: string | null) => campaign ?? NONE;

const isOf =
	(chosen: string | undefined) =>
	({ campaign }: CampaignFunnel) =>
		chosen === undefined || keyOf(campaign) === chosen;

interface PickerProps {
	campaigns: readonly CampaignFunnel[];
	chosen: string | undefined;
	onChoose(campaign: string): void;
}

function Picker({ campaigns, chosen = '', onChoose }: PickerProps) {
	const id = useId();
	const keys = new Set(campaigns.map(({ campaign }) => keyOf(campaign)));
	if (chosen !== '') keys.add(chosen);
	return (
		<label class="field" for={id}>
			Campaign
			<select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
				<option value="">{ALL}</option>
				{[...keys].map((key) => (
					<option key={key} value={key}>
						{nameOf(fromKey(key))}
					</option>
				))}
			</select>
		</label>
	);
}

interface Step {
	key: keyof Funnel;
	label: string;
	/** The colour of its bar. */
	tone: string;
}

const steps: readonly Step[] = [
	{ key: 'sent', label: 'Sent', tone: 'main' },
	{ key: 'delivered', label: 'Delivered', tone: 'main' },
	{ key: 'read', label: 'Read', tone: 'main' },
	{ key: 'clicked', label: 'Clicked', tone: 'main' },
	{ key: 'replied', label: 'Replied', tone: 'main' },
	{ key: 'failed', label: 'Failed', tone: 'bad' },
	{ key: 'fellBack', label: 'Fell back', tone: 'fallback' },
];

function FunnelTable({ funnel }: { funnel: Funnel }) {
	const columns: Column<Step>[] = [
		{ head: 'Step', heads: true, cell: ({ label }) => label },
		{
			head: <span class="hidden">Picture</span>,
			class: 'wide',
			cell: ({ key, tone }) => <Bar part={funnel[key]} all={funnel.sent} tone={tone} />,
		},
		{ head: 'Messages', number: true, cell: ({ key }) => count(funnel[key]) },
		{ head: 'Of sent', number: true, cell: ({ key }) => percent(funnel[key], funnel.sent) },
	];
	return (
		<div class="funnel">
			<Table
				caption="How far messages came"
				columns={columns}
				rows={steps}
				keyOf={({ key }) => key}
			/>
		</div>
	);
}

const columns = (range: string): Column<CampaignFunnel>[] => [
	{
		head: 'Campaign',
		heads: true,
		class: 'code',
		cell: ({ campaign }) => (
			<a href={linkTo('campaigns', { range, campaign: keyOf(campaign) })}>{nameOf(campaign)}</a>
		),
	},
	{ head: 'Sent', number: true, cell: ({ sent }) => count(sent) },
	...steps.slice(1).map(({ key, label }): Column<CampaignFunnel> => ({
		head: label,
		number: true,
		cell: (row) => (
			<>
				{count(row[key])} <span class="soft">{percent(row[key], row.sent)}</span>
			</>
		),
	})),
];

const none: Funnel = {
	...{ sent: 0, delivered: 0, read: 0, clicked: 0, replied: 0 },
	...{ failed: 0, fellBack: 0 },
};

function sum(funnels: readonly Funnel[]): Funnel {
	return funnels.reduce<Funnel>(
		(all, one) => ({
			sent: all.sent + one.sent,
			delivered: all.delivered + one.delivered,
			read: all.read + one.read,
			clicked: all.clicked + one.clicked,
			replied: all.replied + one.replied,
			failed: all.failed + one.failed,
			fellBack: all.fellBack + one.fellBack,
		}),
		none,
	);
}

function NoMessages() {
	return (
		<Empty title="No messages in this time.">
			<p>
				Messages show here as soon as their provider tells of them. Addresses for webhooks are in
				the <a href={linkTo('')}>overview</a>. A message has a campaign when it was sent with one.
			</p>
		</Empty>
	);
}
