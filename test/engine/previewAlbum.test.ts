import { PictureAlbum } from '../../nodes/shared/preview/album';
import type { Picture } from '../../nodes/shared/preview/pictures';

/** The pictures of a run, without a server: what they may ask for at once, and for how long. */

const pictures = (count: number): Picture[] =>
	Array.from({ length: count }, (_, i) => ({
		path: `content.cards.${i}.media`,
		url: `https://cdn.example.com/${i}.png`,
		uses: 1,
	}));

afterEach(() => jest.restoreAllMocks());

it('asks for five at once and no more', async () => {
	const open: (() => void)[] = [];
	let most = 0;
	let now = 0;
	const album = new PictureAlbum(async () => {
		now += 1;
		most = Math.max(most, now);
		await new Promise<void>((resolve) => {
			open.push(resolve);
			// All that are asked for at once are open by the time the first has its answer.
			setImmediate(() => open.shift()?.());
		});
		now -= 1;
		return { bytes: Buffer.from('x'), mimeType: 'image/png' };
	});
	const { notes } = await album.embed(pictures(20));
	expect(notes).toEqual([]);
	expect(most).toBe(5);
});

it('waits ten seconds and no longer', async () => {
	const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
	const album = new PictureAlbum((_url, { signal }) => Promise.reject(signal.reason));
	const { notes, embedded } = await album.embed(pictures(1));
	expect(timeout).toHaveBeenCalledWith(10_000);
	expect(notes).toEqual([
		'The picture of content.cards.0.media is not shown: It took longer than 10 seconds',
	]);
	expect(Object.values(embedded)).toEqual([expect.stringMatching(/^data:image\/svg\+xml/)]);
});

describe('what is shown several times', () => {
	const album = () =>
		new PictureAlbum(() =>
			Promise.resolve({ bytes: Buffer.alloc(2 * 1024 * 1024), mimeType: 'image/png' }),
		);
	const twice = pictures(1).map((picture) => ({ ...picture, uses: 2 }));

	it('leaves that much less room in its message', async () => {
		const { notes } = await album().embed([...twice, ...pictures(2).slice(1)]);
		expect(notes).toEqual([expect.stringMatching(/cards\.1.*message have more than 5 MB/)]);
	});

	it('leaves that much less room in the run', async () => {
		const one = album();
		for (let i = 0; i < 5; i += 1) expect((await one.embed(twice)).notes).toEqual([]);
		expect((await one.embed(twice)).notes).toEqual([expect.stringContaining('20 MB')]);
	});
});
