import type { Selection } from '../lib/useSelection';
import type { Column } from './table';

/** The column in which rows are chosen. */
export function selectColumn<T extends { id: number }>(
	selection: Selection,
	rows: readonly T[],
	nameOf: (row: T) => string,
): Column<T> {
	const ids = rows.map(({ id }) => id);
	return {
		head: (
			<input
				type="checkbox"
				aria-label="Choose all that are shown"
				checked={ids.length > 0 && ids.every(selection.has)}
				onChange={() => selection.toggleAll(ids)}
			/>
		),
		class: 'pick',
		cell: (row) => (
			<input
				type="checkbox"
				aria-label={`Choose ${nameOf(row)}`}
				checked={selection.has(row.id)}
				onChange={() => selection.toggle(row.id)}
			/>
		),
	};
}
