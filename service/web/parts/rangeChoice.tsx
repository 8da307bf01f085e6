import { isRange, type RangeName, ranges } from '../lib/ranges';
import { replaceRoute, type Route } from '../lib/route';
import { Choice } from './choice';

const options = Object.entries(ranges).flatMap(([name, { label }]) =>
	isRange(name) ? [[name, label] as const] : [],
);

/** The range of a section: it stands in the address, so that a link shows the same. */
export const rangeOf = ({ params }: Route): RangeName =>
	isRange(params['range']) ? params['range'] : '7d';

export function RangeChoice({ route }: { route: Route }) {
	const { section, params } = route;
	return (
		<Choice
			label="Time"
			options={options}
			value={rangeOf(route)}
			onChange={(range) => replaceRoute(section, { ...params, range })}
		/>
	);
}
