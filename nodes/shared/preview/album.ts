import { providerError, RcsError } from '../../../core/errors';
import { type Download, MEGABYTE } from '../n8nDownload';
import { pictureLimits } from './limits';
import type { Picture } from './pictures';

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

/** A picture that came, or why none did. */
type Loaded = { data: string; bytes: number } | { why: string };

/** The pictures of a run: each address is asked for once, and there is an end to what they hold together. */
export class PictureAlbum {
	private readonly loaded = new Map<string, Loaded>();
	private kept = 0;
	private shown = 0;
	private isFull = false;

	constructor(private readonly download: Download) {}

	/** The pictures of a message, downloaded within one time limit; one that does not come is a note and no error. */
	async embed(all: readonly Picture[]): Promise<Pictures> {
		const wanted = all.slice(0, pictureLimits.count);
		await this.loadAll(wanted);
		const pictures: Pictures = { embedded: {}, notes: [] };
		let used = 0;
		for (const picture of wanted) {
			const found = this.found(picture, used);
			if ('why' in found)
				pictures.notes.push(`The picture of ${picture.path} is not shown: ${found.why}`);
			else {
				used += found.bytes * picture.uses;
				this.shown += found.bytes * picture.uses;
			}
			pictures.embedded[picture.url] = 'data' in found ? found.data : placeholder;
		}
		const left = all.slice(pictureLimits.count);
		for (const { url } of left) pictures.embedded[url] = placeholder;
		if (left.length > 0)
			pictures.notes.push(`Pictures after the first ${pictureLimits.count} are not shown`);
		return pictures;
	}

	/** What came of a picture, where there is room for it beside those that the message has already. */
	private found({ url, uses }: Picture, used: number): Loaded {
		const loaded = this.loaded.get(url) ?? this.full();
		if ('why' in loaded) return loaded;
		const size = loaded.bytes * uses;
		if (used + size > pictureLimits.message) return tooMuch('message');
		return this.shown + size > pictureLimits.run ? this.full() : loaded;
	}

	private async loadAll(wanted: readonly Picture[]): Promise<void> {
		const signal = AbortSignal.timeout(pictureLimits.seconds * 1000);
		const queue = wanted.filter(({ url }) => !this.loaded.has(url)).values();
		const work = async (): Promise<void> => {
			for (const { url } of queue) {
				if (this.isFull) return;
				this.keep(url, await this.load(url, signal));
			}
		};
		await Promise.all(Array.from({ length: pictureLimits.atOnce }, work));
	}

	private keep(url: string, loaded: Loaded): void {
		const bytes = 'bytes' in loaded ? loaded.bytes : 0;
		const fits = this.kept + bytes <= pictureLimits.run;
		if (fits) this.kept += bytes;
		this.loaded.set(url, fits ? loaded : this.full());
	}

	/** Nothing more is asked for. */
	private full(): Loaded {
		this.isFull = true;
		return tooMuch('run');
	}

	private async load(url: string, signal: AbortSignal): Promise<Loaded> {
		try {
			const { bytes, mimeType = '' } = await this.download(url, {
				bytes: pictureLimits.each,
				signal,
			});
			if (!/^image\/[\w.+-]+$/.test(mimeType)) throw noPicture(mimeType);
			const data = `data:${mimeType};base64,${bytes.toString('base64')}`;
			return { data, bytes: bytes.length };
		} catch (error) {
			const said = error instanceof Error ? error.message : String(error);
			const { seconds } = pictureLimits;
			return { why: signal.aborted ? `It took longer than ${seconds} seconds` : said };
		}
	}
}

function tooMuch(of: 'message' | 'run'): { why: string } {
	return { why: `The pictures of a ${of} have more than ${pictureLimits[of] / MEGABYTE} MB` };
}

function noPicture(mimeType: string): RcsError {
	const what = mimeType || 'nothing known';
	return new RcsError(providerError('media', `The file is no picture but ${what}`));
}
