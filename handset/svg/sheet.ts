import { accentOf, type Accent } from '../accent';
import { looks } from '../looks';
import type { LookTable, Palette } from '../looks/look';
import { placeNotes, type NotesAt } from '../marks';
import { drawnPaths, fallbackPaths } from '../paths';
import type { Preview } from '../preview';
import type { Look } from '../types';

/** What every part of a picture is drawn with. */
export interface Sheet {
	look: Look;
	table: LookTable;
	palette: Palette;
	accent: Accent;
	notesAt: NotesAt;
	/** The embedded picture for an address; none where nothing is embedded for it. */
	embedded(url: string): string | undefined;
}

export function sheetOf(preview: Preview): Sheet {
	const { content, agent, look, theme, pictures = {}, fallback = [], marks = [] } = preview;
	const table = looks[look];
	const paths = [...(content ? drawnPaths(content) : []), ...fallbackPaths(fallback)];
	return {
		look,
		table,
		palette: table.themes[theme],
		accent: accentOf(agent.color, look, theme),
		notesAt: placeNotes(marks, paths),
		embedded: (url) => {
			const data = Object.hasOwn(pictures, url) ? pictures[url] : url;
			return data !== undefined && /^data:image\//iu.test(data) ? data : undefined;
		},
	};
}
