import type { FallbackStep, Media } from '../../../core/message/types';
import { pictureUrl } from '../../../handset/media';
import type { HandsetAgent, HandsetContent } from '../../../handset/types';

/** A picture by its first place in the message. */
export interface Picture {
	path: string;
	url: string;
	/** How often it is shown: each time it is written into the file. */
	uses: number;
}

/** All pictures that a preview has to load, each address once. */
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
	const pictures = new Map<string, Picture>();
	for (const [path, url] of places) {
		if (url === undefined || isEmbedded(url)) continue;
		const { uses, ...first } = pictures.get(url) ?? { path, url, uses: 0 };
		pictures.set(url, { ...first, uses: uses + 1 });
	}
	return [...pictures.values()];
}

const isEmbedded = (url: string) => /^data:image\//i.test(url);

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
