import { providerError, RcsError } from '../../../core/errors';
import type { FallbackStep, Media } from '../../../core/message/types';
import { pictureUrl } from '../../../handset/media';
import type { HandsetAgent, HandsetContent } from '../../../handset/types';
import { type Download, MEGABYTE } from '../n8nDownload';

const MOST_PICTURES = 20;
const MOST_BYTES = 2 * MEGABYTE;
const SECONDS = 10;
const AT_ONCE = 5;

/** A grey box with the sign of a picture. */
const placeholder = `data:image/svg+xml;base64,${Buffer.from(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 168"><rect width="240" height="168" fill="#c9cdd3"/><path d="M84 52h72v64H84zm8 52h56l-18-26-13 16-9-10z" fill="#7a828c" fill-rule="evenodd"/></svg>',
).toString('base64')}`;

interface Pictures {
	/** `data:image/…` by the address it stands for. */
	embedded: Record<string, string>;
	/** Why a picture is not there. The address is not told: it may be a secret. */
	notes: string[];
}

/** A picture by its first place in the message. */
interface Picture {
	path: string;
	url: string;
}

/** All pictures that a preview shows, each address once. */
export function picturesIn(
	content: HandsetContent | undefined,
	fallback: readonly FallbackStep[],
	agent: HandsetAgent,
): Picture[] {
	const places: [string, string | undefined][] = [
		['Logo URL', agent.logoUrl],
		...(content ? mediaIn(content) : []).map(([path, media]): [string, string | undefined] => [
			path,
			media && pictureUrl(media),
		]),
		...fallback.flatMap((step, i): [string, string][] =>
			step.channel === 'mms'
				? step.mediaUrls.map((url, at) => [`fallback.${i}.mediaUrls.${at}`, url])
				: [],
		),
	];
	const pictures = places.flatMap(([path, url]) => (url === undefined ? [] : [{ path, url }]));
	return pictures.filter(({ url }, i) => pictures.findIndex((one) => one.url === url) === i);
}

function mediaIn(content: HandsetContent): [string, Media | undefined][] {
	switch (content.kind) {
		case 'file':
			return [['content.file', content.file]];
		case 'card':
			return [['content.card.media', content.card.media]];
		case 'carousel':
			return content.cards.map(({ media }, i) => [`content.cards.${i}.media`, media]);
		default:
			return [];
	}
}

/** Downloads pictures, all within one time limit; one that does not come is a note and no error. */
export async function loadPictures(all: readonly Picture[], download: Download): Promise<Pictures> {
	const signal = AbortSignal.timeout(SECONDS * 1000);
	const pictures: Pictures = { embedded: {}, notes: [] };
	const queue = all.slice(0, MOST_PICTURES).values();
	const work = async (): Promise<void> => {
		for (const { path, url } of queue) {
			try {
				pictures.embedded[url] = await load(url, download, signal);
			} catch (error) {
				const said = error instanceof Error ? error.message : String(error);
				const why = signal.aborted ? `It took longer than ${SECONDS} seconds` : said;
				pictures.embedded[url] = placeholder;
				pictures.notes.push(`The picture of ${path} is not shown: ${why}`);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	const left = all.slice(MOST_PICTURES);
	for (const { url } of left) pictures.embedded[url] = placeholder;
	if (left.length > 0)
		pictures.notes.push(`Pictures after the first ${MOST_PICTURES} are not shown`);
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
