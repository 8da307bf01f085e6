import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { defined } from '../../../core/json';
import type { Content } from '../../../core/message/types';
import { htmlDocument } from '../../../handset/html';
import type { Preview } from '../../../handset/preview';
import { svgPicture } from '../../../handset/svg';
import type { HandsetContent } from '../../../handset/types';
import type { PictureAlbum } from './album';
import { MEGABYTE } from '../n8nDownload';
import { largestPage } from './limits';
import type { Format, PreviewOptions } from './options';
import { picturesIn } from './pictures';
import { previewsOf, type Scene } from './previews';

/** What n8n gets of it. */
export interface Drawn {
	html?: string;
	binary?: Record<string, IBinaryData>;
	/** What is missing in the pictures. */
	notes: string[];
}

interface Formatter {
	mimeType: string;
	write(preview: Preview): string;
}

const formatters: Readonly<Record<Format, Formatter>> = {
	svg: { mimeType: 'image/svg+xml', write: svgPicture },
	html: { mimeType: 'text/html', write: (preview) => htmlDocument(preview) },
};

/** Draws a message in all the looks that are wanted and that there is something to show in. */
export async function draw(
	helpers: Pick<IExecuteFunctions['helpers'], 'prepareBinaryData'>,
	album: PictureAlbum,
	options: PreviewOptions,
	scene: Scene<Content>,
): Promise<Drawn> {
	const { agent, includePictures, formats, htmlInJson } = options;
	const content = drawable(scene.content);
	const wanted = includePictures ? picturesIn(content, scene.fallback ?? [], agent) : [];
	const { embedded, notes } = await album.embed(wanted);
	const shown = previewsOf({ ...scene, content }, options).map(({ view, preview }) => ({
		view,
		preview: { ...preview, pictures: embedded },
	}));
	const binary: Record<string, IBinaryData> = {};
	for (const { view, preview } of shown) {
		for (const format of formats) {
			const { mimeType, write } = formatters[format];
			const bytes = Buffer.from(write(preview));
			const name = format === 'html' && formats.length > 1 ? `${view}Html` : view;
			binary[name] = await helpers.prepareBinaryData(bytes, `preview-${view}.${format}`, mimeType);
		}
	}
	const page = htmlInJson ? pageOf(shown.map(({ preview }) => preview)) : {};
	return {
		...defined({ html: page.html }),
		notes: [...notes, ...(page.note === undefined ? [] : [page.note])],
		...(shown.length > 0 ? { binary } : {}),
	};
}

/** All looks on one page, where it is not too large for the JSON of an item. */
function pageOf([first, ...others]: Preview[]): { html?: string; note?: string } {
	if (!first) return {};
	const html = htmlDocument(first, ...others);
	if (Buffer.byteLength(html) <= largestPage) return { html };
	const most = largestPage / MEGABYTE;
	return { note: `The page of all looks has more than ${most} MB, and is not in the JSON` };
}

function drawable(content: Content | undefined): HandsetContent | undefined {
	return content === undefined || content.kind === 'template' || content.kind === 'raw'
		? undefined
		: content;
}
