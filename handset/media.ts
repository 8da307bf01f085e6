import type { Media } from '../core/message/types';
import type { IconName } from './icons';

/** What a phone takes a file for. */
export type MediaKind = 'image' | 'video' | 'audio' | 'pdf' | 'contact' | 'other';

const endings: Readonly<Record<string, MediaKind>> = {
	...of('image', 'jpg', 'jpeg', 'png', 'gif', 'webp', 'svg', 'heic', 'bmp'),
	...of('video', 'mp4', 'm4v', 'mpeg', 'mpg', 'webm', 'h263', '3gp', 'mov'),
	...of('audio', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'amr'),
	...of('pdf', 'pdf'),
	...of('contact', 'vcf', 'vcard'),
};

const types: readonly (readonly [RegExp, MediaKind])[] = [
	[/^image\//iu, 'image'],
	[/^video\//iu, 'video'],
	[/^audio\//iu, 'audio'],
	[/^application\/(pdf|x-pdf)/iu, 'pdf'],
	[/^text\/(x-)?v-?card/iu, 'contact'],
];

/** How each kind is called and drawn where there is no picture of it. */
export const mediaSigns: Readonly<Record<MediaKind, { words: string; icon: IconName }>> = {
	image: { words: 'Picture', icon: 'picture' },
	video: { words: 'Video', icon: 'video' },
	audio: { words: 'Audio', icon: 'audio' },
	pdf: { words: 'PDF document', icon: 'document' },
	contact: { words: 'Contact card', icon: 'contact' },
	other: { words: 'File', icon: 'document' },
};

/** The kind of a file: by its MIME type, else by the end of its name; what says nothing is a picture. */
export function mediaKind({ mimeType, fileName, url }: Media): MediaKind {
	if (mimeType !== undefined) {
		return types.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'other';
	}
	if (/^data:/iu.test(url)) return mediaKind({ url: '', mimeType: url.slice(5) });
	const ending = /\.([a-z0-9]{2,5})$/iu.exec(fileName ?? lastPart(url))?.[1]?.toLowerCase();
	return ending === undefined ? 'image' : (endings[ending] ?? 'other');
}

/** The name a person reads: the one that was given, else the last part of the address. */
export function mediaName(media: Media): string {
	return media.fileName ?? (lastPart(media.url) || mediaSigns[mediaKind(media)].words);
}

/** The address of what can be looked at before a tap; none where there is nothing but a name. */
export function pictureUrl(media: Media): string | undefined {
	return media.thumbnailUrl ?? (mediaKind(media) === 'image' ? media.url : undefined);
}

function of(kind: MediaKind, ...names: string[]): Record<string, MediaKind> {
	return Object.fromEntries(names.map((name) => [name, kind]));
}

function lastPart(url: string): string {
	if (/^data:/iu.test(url)) return '';
	const path = url.replace(/[?#].*$/u, '').replace(/^[a-z]+:\/\/[^/]*/iu, '');
	const name = path.slice(path.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
