import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { Content } from '../../../core/message/types';
import { htmlDocument } from '../../../handset/html';
import type { Preview } from '../../../handset/preview';
import { svgPicture } from '../../../handset/svg';
import type { HandsetContent } from '../../../handset/types';
import type { Download } from '../n8nDownload';
import type { Format, PreviewOptions } from './options';
import { loadPictures, picturesIn } from './pictures';
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
	download: Download,
	options: PreviewOptions,
	scene: Scene<Content>,
): Promise<Drawn> {
	const { agent, includePictures, formats, htmlInJson } = options;
	const content = drawable(scene.content);
	const wanted = includePictures ? picturesIn(content, scene.fallback ?? [], agent) : [];
	const { embedded, notes } = await loadPictures(wanted, download);
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
	const [first, ...others] = shown.map(({ preview }) => preview);
	return {
		notes,
		...(first && htmlInJson ? { html: htmlDocument(first, ...others) } : {}),
		...(first ? { binary } : {}),
	};
}

function drawable(content: Content | undefined): HandsetContent | undefined {
	return content === undefined || content.kind === 'template' || content.kind === 'raw'
		? undefined
		: content;
}
