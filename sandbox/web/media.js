import { el } from './dom.js';
import { glyph } from './icons.js';

const kinds = [
	['video', /\.(mp4|m4v|webm|mpeg|3gp)$/i],
	['audio', /\.(mp3|aac|m4a|ogg|mpga)$/i],
	['document', /\.pdf$/i],
];

function kindOf(url) {
	const path = URL.canParse(url) ? new URL(url).pathname : url;
	return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'picture';
}

/** A picture that becomes a neutral field with its words when it cannot be had. */
function picture(url, words, size) {
	const image = el('img', { class: `media ${size}`, src: url, alt: words, loading: 'lazy' });
	image.addEventListener('error', () => {
		const field = el(
			'div',
			{ class: `media broken ${size}`, role: 'img', 'aria-label': words },
			glyph('picture'),
			el('span', {}, words),
		);
		image.replaceWith(field);
	});
	return image;
}

/** The media on top of, or beside, the words of a card. */
export function cardMedia({ media, title }) {
	if (!media) return undefined;
	const { url, thumbnailUrl, height } = media;
	const words = title ?? 'Picture';
	if (kindOf(url) === 'video') {
		return el('video', {
			class: `media ${height}`,
			src: url,
			poster: thumbnailUrl,
			controls: true,
			'aria-label': words,
		});
	}
	if (kindOf(url) === 'document') return picture(thumbnailUrl ?? url, 'Document', height);
	return picture(url, words, height);
}

/** A file sent by itself. */
export function file({ url, thumbnailUrl }) {
	const name = decodeURIComponent(url.split(/[?#]/)[0].split('/').at(-1) ?? '') || 'File';
	const kind = kindOf(url);
	if (kind === 'picture') return el('div', { class: 'file' }, picture(url, name, ''));
	if (kind === 'video') {
		const video = el('video', {
			class: 'media',
			src: url,
			poster: thumbnailUrl,
			controls: true,
			'aria-label': name,
		});
		return el('div', { class: 'file' }, video);
	}
	if (kind === 'audio') return el('audio', { src: url, controls: true, 'aria-label': name });
	const link = { class: 'document', href: url, target: '_blank', rel: 'noopener noreferrer' };
	return el('div', { class: 'file' }, el('a', link, glyph('document'), el('span', {}, name)));
}
