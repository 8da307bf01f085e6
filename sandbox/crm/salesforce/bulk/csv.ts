export type LineEnding = 'LF' | 'CRLF';

export type Csv = { ok: true; header: string[]; rows: string[][] } | { ok: false; problem: string };

interface Cells {
	lines: string[][];
	/** The line ends that are outside quotes. */
	endings: Set<LineEnding>;
}

/** Reads CSV as a job wants it: one header, its own line ending, quotes doubled inside quotes. */
export function readCsv(text: string, ending: LineEnding, delimiter: string): Csv {
	const cells = split(text.replace(/^\uFEFF/, ''), delimiter);
	if (!cells) return { ok: false, problem: 'InvalidBatch : A quote is not closed' };
	const { lines, endings } = cells;
	if ([...endings].some((other) => other !== ending))
		return {
			ok: false,
			problem: `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${ending}`,
		};
	const [header, ...rows] = lines.filter((line) => line.length > 1 || line[0] !== '');
	if (!header) return { ok: false, problem: 'InvalidBatch : The file has no header' };
	const uneven = rows.findIndex((row) => row.length !== header.length);
	if (uneven >= 0)
		return {
			ok: false,
			problem: `InvalidBatch : Row ${uneven + 1} does not have as many values as the header`,
		};
	return { ok: true, header, rows };
}

function split(text: string, delimiter: string): Cells | undefined {
	const lines: string[][] = [];
	const endings = new Set<LineEnding>();
	let line: string[] = [];
	let at = 0;
	while (at <= text.length) {
		const cell = cellAt(text, at, delimiter);
		if (!cell) return undefined;
		line.push(cell.value);
		at = cell.end;
		if (text.startsWith(delimiter, at)) {
			at += delimiter.length;
			continue;
		}
		lines.push(line);
		line = [];
		if (at >= text.length) break;
		const isCrlf = text[at] === '\r';
		endings.add(isCrlf ? 'CRLF' : 'LF');
		at += isCrlf ? 2 : 1;
	}
	return { lines, endings };
}

/** The value that begins here, and where it ends. */
function cellAt(
	text: string,
	at: number,
	delimiter: string,
): { value: string; end: number } | undefined {
	if (text[at] === '"') {
		const quoted = /"((?:[^"]|"")*)"/y;
		quoted.lastIndex = at;
		const value = quoted.exec(text)?.[1];
		return value === undefined
			? undefined
			: { value: value.replaceAll('""', '"'), end: quoted.lastIndex };
	}
	let end = at;
	while (end < text.length && text[end] !== '\n' && text[end] !== '\r') {
		if (text.startsWith(delimiter, end)) break;
		end += 1;
	}
	return { value: text.slice(at, end), end };
}

/** CSV with every value in quotes, as results come. */
export const writeCsv = (lines: readonly (readonly string[])[]): string =>
	lines
		.map((line) => `${line.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`)
		.join('');
