import type { LagSample } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { count, duration, time } from '../lib/format';
import { rangeQuery } from '../lib/ranges';
import { useAsk } from '../lib/useAsk';
import { CrmCards } from '../parts/crmCards';
import { Empty } from '../parts/empty';
import { Line } from '../parts/line';
import { Panel } from '../parts/panel';
import { RangeChoice, rangeOf } from '../parts/rangeChoice';
import { Shown } from '../parts/shown';
import { type Column, Table } from '../parts/table';

/** How far each CRM is behind, now and over time. */
export function CrmSync({ route, crms }: SectionProps) {
	const asked = useAsk<{ samples: LagSample[] }>(`/v1/page/lag${rangeQuery(rangeOf(route))}`);
	return (
		<>
			<CrmCards crms={crms} />
			<div class="tools">
				<h2>How far behind over time</h2>
				<RangeChoice route={route} />
			</div>
			<Shown asked={asked}>
				{({ samples }) =>
					samples.length === 0 ? (
						<Empty title="Nothing was measured in this time.">
							<p>
								The service measures once a minute, as soon as a CRM is configured, and keeps 14
								days.
							</p>
						</Empty>
					) : (
						[...byConnection(samples)].map(([connection, own]) => (
							<Lag key={connection} connection={connection} samples={own} />
						))
					)
				}
			</Shown>
		</>
	);
}

function byConnection(samples: readonly LagSample[]): Map<string, LagSample[]> {
	const grouped = new Map<string, LagSample[]>();
	for (const sample of samples)
		grouped.set(sample.connection, [...(grouped.get(sample.connection) ?? []), sample]);
	return grouped;
}

function Lag({ connection, samples }: { connection: string; samples: readonly LagSample[] }) {
	const times = samples.map(({ at }) => Date.parse(at));
	const [from = 0, to = 1] = [times[0], times.at(-1)];
	const worst = Math.max(...samples.map(({ lagSeconds }) => lagSeconds));
	const [first, last] = [samples[0]?.at ?? '', samples.at(-1)?.at ?? ''];
	return (
		<Panel
			title={connection}
			about={worst === 0 ? 'Never behind.' : `At most ${duration(worst)} behind.`}
		>
			{worst > 0 && (
				<Line
					points={samples.map(({ at, lagSeconds }) => ({ x: Date.parse(at), y: lagSeconds }))}
					from={from}
					to={to > from ? to : from + 1}
					top={duration(worst)}
					ends={[time(first), time(last)]}
				/>
			)}
			<details>
				<summary>Show the numbers</summary>
				<Table
					caption={`How far ${connection} was behind`}
					columns={columns}
					rows={samples}
					keyOf={({ at }) => at}
				/>
			</details>
		</Panel>
	);
}

const columns: Column<LagSample>[] = [
	{ head: 'Time', heads: true, cell: ({ at }) => time(at) },
	{ head: 'Behind', number: true, cell: ({ lagSeconds }) => duration(lagSeconds) },
	{ head: 'Waiting', number: true, cell: ({ waiting }) => count(waiting) },
];
