import { providerError, RcsError } from '../../../core/errors';
import type { FallbackStep, Media } from '../../../core/message/types';
import { pictureUrl } from '../../../handset/media';
import type { HandsetAgent, HandsetContent } from '../../../handset/types';
import type { Download } from '../n8nDownload';
import { MEGABYTE } from '../n8nDownload';

export const MOST_PICTURES = 20;
export const MOST_BYTES = 2 * MEGABYTE;
const SECONDS = 10;
const AT_ONCE = 5;

/** A grey box with the sign of a picture. */
const placeholder = `data:image/svg+xml;base64,${Buffer.from(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 168"><rect width="240" height="168" fill="#c9cdd3"/><path d="M84 52h72v64H84zm8 52h56l-18-26-13 16-9-10z" fill="#7a828c" fill-rule="evenodd"/></svg>',
).toString('base64')}`;

export interface Pictures {
	/** `data:image/…` by the address it stands for. */
	embedded: Record<string, string>;
	/** Why a picture is not there. The address is not told: it may be a secret. */
	notes: string[];
}

/** The addresses of all pictures that a preview shows, each once. */
export function pictureUrls(
	content: HandsetContent | undefined,
	fallback: readonly FallbackStep[],
	agent: HandsetAgent,
): string[] {
	const media = content ? mediaOf(content) : [];
	const urls = [
		agent.logoUrl,
		...media.map(pictureUrl),
		...fallback.flatMap((step) => (step.channel === 'mms' ? step.mediaUrls : [])),
	];
	return [...new Set(urls.filter((url) => url !== undefined))];
}

function mediaOf(content: HandsetContent): Media[] {
	switch (content.kind) {
		case 'file':
			return [content.file];
		case 'card':
			return content.card.media ? [content.card.media] : [];
		case 'carousel':
			return content.cards.flatMap(({ media }) => media ?? []);
		default:
			return [];
	}
}

/** Downloads pictures, all within one time limit; one that does not come is a note and no error. */
export async function loadPictures(urls: readonly string[], download: Download): Promise<Pictures> {
	const signal = AbortSignal.timeout(SECONDS * 1000);
	const pictures: Pictures = { embedded: {}, notes: [] };
	const queue = urls.slice(0, MOST_PICTURES).entries();
	const work = async (): Promise<void> => {
		for (const [i, url] of queue) {
			try {
				pictures.embedded[url] = await load(url, download, signal);
			} catch (error) {
				const said = error instanceof Error ? error.message : String(error);
				const why = signal.aborted ? `It took longer than ${SECONDS} seconds` : said;
				pictures.embedded[url] = placeholder;
				pictures.notes.push(`Picture ${i + 1} is not shown: ${why}`);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	const left = urls.slice(MOST_PICTURES);
	for (const url of left) pictures.embedded[url] = placeholder;
	if (left.length > 0)
		pictures.notes.push(`${left.length} pictures after the first ${MOST_PICTURES} are not shown`);
	return pictures;
}

async function load(url: string, download: Download, signal: AbortSignal): Promise<string> {
	const { bytes, mimeType = '' } = await download(url, { bytes: MOST_BYTES, signal });
	if (!/^image\/[\w.+-]+$/.test(mimeType))
		throw new RcsError(
			providerError('media', `The file is no picture but ${mimeType || 'nothing known'}`),
		);
	return `data:${mimeType};base64,${bytes.toString('base64')}`;
}
