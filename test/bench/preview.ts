import { htmlDocument } from '../../handset/html';
import type { Preview } from '../../handset/preview';
import { svgPicture } from '../../handset/svg';
import { PictureAlbum } from '../../nodes/shared/preview/album';
import { draw } from '../../nodes/shared/preview/draw';
import { readPreviewOptions } from '../../nodes/shared/preview/options';

/** What the picture of the largest message may take, on any machine. */
const mostMs = 300;

/** A carousel of ten cards, full of text, pictures and buttons. */
const largest: Preview = {
	agent: { name: 'Example Shop', color: '#7b1fa2', verified: true },
	look: 'android',
	theme: 'light',
	pictures: { 'https://cdn.example.com/mug.jpg': `data:image/jpeg;base64,${'A'.repeat(100_000)}` },
	content: {
		kind: 'carousel',
		cards: Array.from({ length: 10 }, (_, i) => ({
			title: `Mug number ${i + 1}, `.repeat(10),
			description: 'Holds 0.4 l, dishwasher safe. Made by hand in a small pottery. '.repeat(30),
			media: { url: 'https://cdn.example.com/mug.jpg' },
			suggestions: Array.from({ length: 4 }, () => ({
				type: 'openUrl' as const,
				text: 'Read all about this mug',
				url: 'https://shop.example.com/mug',
			})),
		})),
		suggestions: Array.from({ length: 11 }, (_, i) => ({
			type: 'reply' as const,
			text: `Answer number ${i + 1}`,
		})),
	},
};

/** How long a preview of the largest message takes: the first, as in a new process, and those after it. */
export async function benchPreview(say: (line: string) => void): Promise<object> {
	const figures = {
		svg: await timesOf(() => svgPicture(largest)),
		html: await timesOf(() => htmlDocument(largest)),
		'an item of the node': await timesOf(asNode),
	};
	for (const [format, { firstMs, medianMs }] of Object.entries(figures))
		say(
			`preview of ten cards, ${format}: first ${firstMs} ms, median ${medianMs} ms (at most ${mostMs} ms)`,
		);
	if (figures.svg.medianMs > mostMs) process.exitCode = 1;
	return figures;
}

/** What the nodes make of an item by default: a picture for each look, and a page of them all. */
function asNode(): Promise<unknown> {
	const prepareBinaryData = (bytes: unknown): Promise<{ data: string; mimeType: string }> =>
		Promise.resolve({ data: String(bytes), mimeType: 'image/svg+xml' });
	const nothing = (): Promise<never> => Promise.reject(new Error('Nothing is downloaded'));
	const scene = { content: largest.content, marks: [] };
	const album = new PictureAlbum(nothing);
	return draw({ prepareBinaryData }, album, readPreviewOptions({}, 'Example Shop'), scene);
}

async function timesOf(write: () => unknown): Promise<{ firstMs: number; medianMs: number }> {
	const times: number[] = [];
	while (times.length < 21) {
		const start = performance.now();
		await write();
		times.push(Math.round((performance.now() - start) * 100) / 100);
	}
	const sorted = times.toSorted((a, b) => a - b);
	return { firstMs: times[0] ?? 0, medianMs: sorted[10] ?? 0 };
}
