/** A series of a picture: how it is called and coloured. */
export interface Series<K extends string> {
	key: K;
	label: string;
}

interface Props<K extends string> {
	series: readonly Series<K>[];
	/** In their order; `label` names the bar. */
	bars: readonly ({ label: string } & Record<K, number>)[];
	words(value: number): string;
}

const HEIGHT = 100;

/** Bars of parts that add up, from the left to the right. A table beside it says the numbers. */
export function StackedBars<K extends string>({ series, bars, words }: Props<K>) {
	const sumOf = (bar: Record<K, number>) => series.reduce((sum, { key }) => sum + bar[key], 0);
	const most = Math.max(1, ...bars.map(sumOf));
	return (
		<figure class="stacked" aria-hidden="true">
			<Legend series={series} />
			<div class="plot">
				<span class="top">{words(most)}</span>
				<svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none">
					{bars.map((bar, i) => (
						<g key={bar.label}>
							<title>{titleOf(series, bar, words)}</title>
							<rect class="ground" x={i} y={0} width={1} height={HEIGHT} />
							{partsOf(series, bar, most).map(({ key, y, height }) => (
								<rect class={key} key={key} x={i + 0.1} width={0.8} y={y} height={height} />
							))}
						</g>
					))}
				</svg>
				<div class="ends">
					<span>{bars[0]?.label}</span>
					<span>{bars.at(-1)?.label}</span>
				</div>
			</div>
		</figure>
	);
}

function Legend({ series }: { series: readonly Series<string>[] }) {
	return (
		<ul class="legend">
			{series.map(({ key, label }) => (
				<li key={key}>
					<i class={key} />
					{label}
				</li>
			))}
		</ul>
	);
}

function partsOf<K extends string>(
	series: readonly Series<K>[],
	bar: Record<K, number>,
	most: number,
) {
	let y = HEIGHT;
	return series.map(({ key }) => {
		const height = (bar[key] / most) * HEIGHT;
		y -= height;
		return { key, y, height };
	});
}

function titleOf<K extends string>(
	series: readonly Series<K>[],
	bar: { label: string } & Record<K, number>,
	words: (value: number) => string,
): string {
	return [bar.label, ...series.map(({ key, label }) => `${label}: ${words(bar[key])}`)].join('\n');
}
