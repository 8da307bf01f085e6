import type { Media } from '../../core/message/types';
import { element, tappable, type Element } from '../element';
import { icon } from '../icons';
import { mediaKind, mediaName, mediaSigns, pictureUrl } from '../media';

/** A picture or the first frame of a video, cut to the box of its class; a tap opens it. */
export function pictureElement(className: string, media: Media): Element {
	const kind = mediaKind(media);
	const url = pictureUrl(media);
	const label = media.altText ?? `${mediaSigns[kind].words}: ${mediaName(media)}`;
	return tappable(
		{ kind: 'media', url: media.url },
		{ class: className, 'data-media': kind, 'aria-label': url === undefined ? label : undefined },
		url === undefined
			? blankElement(media)
			: element('img', { class: 'rcs-image', src: url, alt: label, loading: 'lazy' }),
		kind === 'video' ? element('span', { class: 'rcs-play' }, icon('play')) : undefined,
	);
}

/** Where there is nothing to be seen: the name. The sign of a video is the play badge over it. */
function blankElement(media: Media): Element {
	const kind = mediaKind(media);
	const sign = kind === 'video' ? undefined : icon(mediaSigns[kind].icon);
	const name = element('span', { class: 'rcs-label' }, mediaName(media));
	return element('span', { class: 'rcs-blank' }, sign, name);
}
