import type { Selection } from '../lib/useSelection';
import type { Column } from './table';

/** The column in which rows are chosen. */
export function selectColumn<T extends { id: number }>(
	selection: Selection,
	rows: readonly T[],
	nameOf: (row: T) => string,
): Column<T> {
	return {
		head: (
			<input
				type="checkbox"
				aria-label="Choose all that are shown"
				checked={rows.length > 0 && selection.ids.length === rows.length}
				onChange={() => selection.toggleAll()}
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
