import type { ChannelShare } from '../../page/shapes';
import type { SectionProps } from '../frame';
import { count, percent } from '../lib/format';
import { rangeQuery } from '../lib/ranges';
import { useAsk } from '../lib/useAsk';
import { Choice } from '../parts/choice';
import { Empty } from '../parts/empty';
import { Figures } from '../parts/figures';
import { Panel } from '../parts/panel';
import { RangeChoice, rangeOf } from '../parts/rangeChoice';
import { Shown } from '../parts/shown';
import { type Series, StackedBars } from '../parts/stacked';
import { type Column, Table } from '../parts/table';
import { replaceRoute } from '../lib/route';

type Way = 'rcs' | 'fallback' | 'failed' | 'underWay';

const ways: readonly Series<Way>[] = [
	{ key: 'rcs', label: 'RCS' },
	{ key: 'fallback', label: 'Fallback' },
	{ key: 'failed', label: 'Not reached' },
	{ key: 'underWay', label: 'Not known yet' },
];

interface Answer {
	unit: 'hour' | 'day';
	shares: ChannelShare[];
}

/** How messages reached people, over time. */
export function Channels({ route }: SectionProps) {
	const asked = useAsk<Answer>(`/v1/page/channels${rangeQuery(rangeOf(route))}`);
	const asShare = route.params['as'] === 'share';
	return (
		<>
			<div class="tools">
				<Choice
					label="Show"
					options={[
						['count', 'Messages'],
						['share', 'Shares'],
					]}
					value={asShare ? 'share' : 'count'}
					onChange={(as) => replaceRoute('channels', { ...route.params, as })}
				/>
				<RangeChoice route={route} />
			</div>
			<Shown asked={asked}>{(answer) => <Shares {...answer} asShare={asShare} />}</Shown>
		</>
	);
}

function Shares({ unit, shares, asShare }: Answer & { asShare: boolean }) {
	const total = (key: Way) => shares.reduce((sum, share) => sum + share[key], 0);
	const [rcs, fallback, failed] = [total('rcs'), total('fallback'), total('failed')];
	const all = rcs + fallback + failed + total('underWay');
	if (all === 0)
		return (
			<Empty title="No messages in this time.">
				<p>Choose a longer time, or send a message.</p>
			</Empty>
		);
	const arrived = rcs + fallback;
	return (
		<>
			<Panel title="In all">
				<Figures
					figures={[
						{ label: 'Over RCS', value: percent(rcs, arrived), note: `${count(rcs)} delivered` },
						{
							label: 'By fallback',
							value: percent(fallback, arrived),
							note: `${count(fallback)} delivered`,
						},
						{ label: 'Not reached', value: count(failed), note: `${percent(failed, all)} of all` },
					]}
				/>
			</Panel>
			<Panel title={unit === 'day' ? 'Day by day' : 'Hour by hour'}>
				<StackedBars
					series={ways}
					bars={shares.map((share) => ({
						...(asShare ? shared(share) : share),
						label: label(share.start, unit),
					}))}
					words={(value) => (asShare ? percent(value, 1) : count(value))}
				/>
				<details>
					<summary>Show the numbers</summary>
					<Table
						caption="How messages reached people"
						columns={columns(unit)}
						rows={shares}
						keyOf={({ start }) => start}
					/>
				</details>
			</Panel>
		</>
	);
}

/** The same as parts of one. */
function shared(share: ChannelShare): ChannelShare {
	const { rcs, fallback, failed, underWay } = share;
	const all = Math.max(1, rcs + fallback + failed + underWay);
	return {
		start: share.start,
		rcs: rcs / all,
		fallback: fallback / all,
		failed: failed / all,
		underWay: underWay / all,
	};
}

function columns(unit: 'hour' | 'day'): Column<ChannelShare>[] {
	return [
		{ head: unit === 'day' ? 'Day' : 'Hour', heads: true, cell: ({ start }) => label(start, unit) },
		...ways.map(({ key, label: head }): Column<ChannelShare> => ({
			head,
			number: true,
			cell: (share) => count(share[key]),
		})),
		{
			head: 'RCS share',
			number: true,
			cell: ({ rcs, fallback }) => percent(rcs, rcs + fallback),
		},
	];
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `start` is told in the reader's time zone already. */
function label(start: string, unit: 'hour' | 'day'): string {
	const day = days.format(new Date(`${start}Z`));
	return unit === 'day' ? day : `${day}, ${start.slice(11)}`;
}
