interface Props {
	/** From the left to the right; `x` in any unit. */
	points: readonly { x: number; y: number }[];
	/** The whole width. */
	from: number;
	to: number;
	/** What the top stands for. */
	top: string;
	ends: readonly [string, string];
}

const WIDTH = 1000;
const HEIGHT = 100;

/** How a number went over time, as an area. A table beside it says the numbers. */
export function Line({ points, from, to, top, ends }: Props) {
	const most = Math.max(1, ...points.map(({ y }) => y));
	const at = points.map(({ x, y }) => {
		const across = ((x - from) / (to - from)) * WIDTH;
		return `${across.toFixed(1)},${(HEIGHT - (y / most) * HEIGHT).toFixed(1)}`;
	});
	const [first = `0,${HEIGHT}`] = at;
	const last = at.at(-1) ?? first;
	const area = [`${xOf(first)},${HEIGHT}`, ...at, `${xOf(last)},${HEIGHT}`];
	return (
		<figure class="line" aria-hidden="true">
			<div class="plot">
				<span class="top">{top}</span>
				<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
					<polygon points={area.join(' ')} />
					<polyline points={at.join(' ')} />
				</svg>
				<div class="ends">
					<span>{ends[0]}</span>
					<span>{ends[1]}</span>
				</div>
			</div>
		</figure>
	);
}

const xOf = (point: string) => point.split(',')[0];
