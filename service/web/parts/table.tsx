import type { ComponentChildren } from 'preact';

export interface Column<T> {
	head: ComponentChildren;
	cell(row: T): ComponentChildren;
	/** Numbers stand at the right. */
	number?: boolean;
	/** What names the row. */
	heads?: boolean;
	class?: string;
}

interface Props<T> {
	/** What it is a table of, for those who do not see it. */
	caption: string;
	columns: readonly Column<T>[];
	rows: readonly T[];
	keyOf(row: T): string;
	isCurrent?(row: T): boolean;
	/** On narrow screens the cells of a row stand below each other. Else the table scrolls by itself. */
	stacks?: boolean;
}

/** Rows and columns. The roles say so where the style of a stacked one would hide it. */
export function Table<T>({ caption, columns, rows, keyOf, isCurrent, stacks }: Props<T>) {
	return (
		<div class={stacks ? 'scroll stacks' : 'scroll'} tabIndex={0} role="group" aria-label={caption}>
			<table role="table">
				<caption class="hidden">{caption}</caption>
				<thead role="rowgroup">
					<tr role="row">
						{columns.map((column, i) => (
							<th key={i} role="columnheader" scope="col" class={classOf(column)}>
								{column.head}
							</th>
						))}
					</tr>
				</thead>
				<tbody role="rowgroup">
					{rows.map((row) => (
						<tr key={keyOf(row)} role="row" {...(isCurrent?.(row) && { 'aria-current': true })}>
							{columns.map((column, i) => (
								<Cell key={i} column={column} row={row} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
	const { head, heads, cell } = column;
	if (heads)
		return (
			<th role="rowheader" scope="row" class={classOf(column)}>
				{cell(row)}
			</th>
		);
	return (
		<td
			role="cell"
			class={classOf(column)}
			{...(typeof head === 'string' && { 'data-label': head })}
		>
			{cell(row)}
		</td>
	);
}

function classOf({ number = false, class: own = '' }: Column<never>): string {
	return `${number ? 'number ' : ''}${own}`.trim();
}
