import type { FailureCause, Failures, ProviderFailures } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { ago, count, percent, time } from '../lib/format';
import { rangeQuery } from '../lib/ranges';
import { useAsk } from '../lib/useAsk';
import { categoryWords } from '../lib/words';
import { Bar } from '../parts/bar';
import { Code } from '../parts/code';
import { Chip } from '../parts/chip';
import { Empty } from '../parts/empty';
import { Panel } from '../parts/panel';
import { RangeChoice, rangeOf } from '../parts/rangeChoice';
import { Shown } from '../parts/shown';
import { shareOf, Spikes } from '../parts/spike';
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
						<Spikes providers={providers} />
						<Panel
							title="Causes"
							about="One line for each provider and code, in the words of the latest one."
						>
							{causes.length === 0 ? (
								<Empty title="Nothing failed in this time." />
							) : (
								<Table
									caption="Why messages failed"
									stacks
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
									stacks
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

function columns(all: number): Column<FailureCause>[] {
	return [
		{
			head: 'Cause',
			heads: true,
			class: 'text',
			cell: ({ category, message, advice }) => (
				<>
					{category === null ? 'No reason was given' : categoryWords(category)}
					{message && <span class="soft block">“{message}”</span>}
					{advice && <span class="block advice">{advice}</span>}
				</>
			),
		},
		{ head: 'Provider', class: 'name', cell: ({ provider }) => provider },
		{
			head: 'Code',
			class: 'code',
			cell: ({ code }) => (code === null ? '–' : <Code code={code} />),
		},
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
