import type { Media } from '../../core/message/types';
import { element, tappable, type Element } from '../element';
import { icon } from '../icons';
import { mediaKind, mediaName, mediaSigns } from '../media';
import { pictureElement } from './picture';

/** A file by itself: what can be seen as a picture, audio as a player, anything else by its name. */
export function fileElement(media: Media): Element {
	const kind = mediaKind(media);
	if (kind === 'image' || kind === 'video') return pictureElement('rcs-picture', media);
	const { words, icon: sign } = mediaSigns[kind];
	return tappable(
		{ kind: 'media', url: media.url },
		{ class: 'rcs-file', 'data-media': kind },
		element('span', { class: 'rcs-file-sign' }, icon(kind === 'audio' ? 'play' : sign)),
		element(
			'span',
			{ class: 'rcs-file-words' },
			element('span', { class: 'rcs-file-name', dir: 'auto' }, mediaName(media)),
			kind === 'audio' ? element('span', { class: 'rcs-track' }) : undefined,
			element('span', { class: 'rcs-file-kind' }, words),
		),
	);
}
