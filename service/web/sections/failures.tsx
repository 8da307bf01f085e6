import type { FailureCause, FailureRate, Failures, ProviderFailures } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { ago, count, counted, percent, time } from '../lib/format';
import { rangeQuery } from '../lib/ranges';
import { useAsk } from '../lib/useAsk';
import { categoryWords } from '../lib/words';
import { Bar } from '../parts/bar';
import { Chip } from '../parts/chip';
import { Empty } from '../parts/empty';
import { Notice } from '../parts/notice';
import { Panel } from '../parts/panel';
import { RangeChoice, rangeOf } from '../parts/rangeChoice';
import { Shown } from '../parts/shown';
import { type Column, Table } from '../parts/table';

/** Why messages failed, and whether more fail than usual. */
export function FailuresByCause({ route }: SectionProps) {
	const asked = useAsk<Failures>(`/v1/page/failures${rangeQuery(rangeOf(route))}`);
	return (
		<>
			<div class="tools">
				<RangeChoice route={route} />
			</div>
			<Shown asked={asked}>
				{({ causes, providers, rule }) => (
					<>
						{providers
							.filter(({ spike }) => spike)
							.map((one) => (
								<Spike key={one.provider} {...one} />
							))}
						<Panel
							title="Causes"
							about="One line for each provider and code, in the words of the latest one."
						>
							{causes.length === 0 ? (
								<Empty title="Nothing failed in this time." />
							) : (
								<Table
									caption="Why messages failed"
									columns={columns(causes.reduce((sum, one) => sum + one.count, 0))}
									rows={causes}
									keyOf={({ provider, category, code }) => `${provider} ${category} ${code}`}
								/>
							)}
						</Panel>
						<Panel title="The last hour" about={rule}>
							{providers.length === 0 ? (
								<Empty title="No messages in the last eight days." />
							) : (
								<Table
									caption="Failures of the last hour against the usual"
									columns={rates}
									rows={providers}
									keyOf={({ provider }) => provider}
								/>
							)}
						</Panel>
					</>
				)}
			</Shown>
		</>
	);
}

function Spike({ provider, hour, usual }: ProviderFailures) {
	return (
		<Notice tone="bad" title={`More messages fail at ${provider} than usual`}>
			<p>
				In the last hour {count(hour.failed)} of {counted(hour.all, 'message')} failed (
				{shareOf(hour)}). The usual is {shareOf(usual)}. The first lines below say why. Stop the
				campaign until it is clear.
			</p>
		</Notice>
	);
}

const shareOf = ({ failed, all }: FailureRate) => percent(failed, all);

function columns(all: number): Column<FailureCause>[] {
	return [
		{
			head: 'Cause',
			heads: true,
			class: 'text',
			cell: ({ category, message, advice }) => (
				<>
					{category === null ? 'The provider gave no reason' : categoryWords(category)}
					{message && <span class="soft block">“{message}”</span>}
					{advice && <span class="block advice">{advice}</span>}
				</>
			),
		},
		{ head: 'Provider', cell: ({ provider }) => provider },
		{ head: 'Code', cell: ({ code }) => (code === null ? '–' : <code>{code}</code>) },
		{
			head: 'Messages',
			number: true,
			cell: (cause) => (
				<>
					{count(cause.count)} <span class="soft">{percent(cause.count, all)}</span>
					<Bar part={cause.count} all={all} tone="bad" />
				</>
			),
		},
		{
			head: 'Reached by fallback',
			number: true,
			cell: ({ reached }) => count(reached),
		},
		{ head: 'First', class: 'when', cell: ({ firstAt }) => time(firstAt) },
		{ head: 'Last', class: 'when', cell: ({ lastAt }) => ago(lastAt) },
	];
}

const rates: Column<ProviderFailures>[] = [
	{ head: 'Provider', heads: true, cell: ({ provider }) => provider },
	{
		head: 'Failed in the last hour',
		number: true,
		cell: ({ hour }) => (
			<>
				{count(hour.failed)} of {count(hour.all)} <span class="soft">{shareOf(hour)}</span>
			</>
		),
	},
	{
		head: 'Usual',
		number: true,
		cell: ({ usual }) => (
			<>
				{count(usual.failed)} of {count(usual.all)} <span class="soft">{shareOf(usual)}</span>
			</>
		),
	},
	{
		head: 'State',
		cell: ({ spike }) =>
			spike ? <Chip tone="bad">Alert</Chip> : <Chip tone="good">As usual</Chip>,
	},
];
