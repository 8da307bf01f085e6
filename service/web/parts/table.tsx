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
}

/** A table that scrolls by itself where the screen is narrow. */
export function Table<T>({ caption, columns, rows, keyOf, isCurrent }: Props<T>) {
	return (
		<div class="scroll" tabIndex={0} role="group" aria-label={caption}>
			<table>
				<caption class="hidden">{caption}</caption>
				<thead>
					<tr>
						{columns.map(({ head, number, ...column }, i) => (
							<th key={i} scope="col" class={classOf(number, column.class)}>
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={keyOf(row)} {...(isCurrent?.(row) ? { 'aria-current': true } : {})}>
							{columns.map(({ cell, number, heads, ...column }, i) =>
								heads ? (
									<th key={i} scope="row" class={column.class}>
										{cell(row)}
									</th>
								) : (
									<td key={i} class={classOf(number, column.class)}>
										{cell(row)}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function classOf(number = false, more = ''): string {
	return `${number ? 'number ' : ''}${more}`.trim();
}
