import type { Content } from '../../core/message/types';
import { providers } from '../../core/providers';
import { encodeRequest } from '../../core/providers/infobip/encode';
import { prepare } from '../../core/send';

const suggestion = { type: 'openUrl', text: 'View', url: 'https://shop.example.com/p/1' } as const;
const card = {
	title: 'Canvas Backpack',
	description: 'Blue, 20 litres, made of recycled cotton.',
	media: { url: 'https://shop.example.com/p/1.png' },
	suggestions: [suggestion],
};

const contents: Readonly<Record<string, Content>> = {
	text: { kind: 'text', text: 'Your order has shipped and arrives tomorrow.' },
	card: { kind: 'card', card },
	carouselOf10: { kind: 'carousel', cards: Array.from({ length: 10 }, () => card) },
};

interface EncodeFigures {
	encodeUs: number;
	stringifyUs: number;
}

/** Microseconds a message: validate and encode, beside JSON.stringify of the payload it makes. */
export function benchEncode(report: (line: string) => void): Record<string, EncodeFigures> {
	const figures = measure();
	for (const [content, { encodeUs, stringifyUs }] of Object.entries(figures))
		report(`${content}: validate and encode ${encodeUs} µs, JSON.stringify ${stringifyUs} µs`);
	return figures;
}

function measure(): Record<string, EncodeFigures> {
	return Object.fromEntries(
		Object.entries(contents).map(([name, content]) => {
			const now = new Date();
			const message = { to: '+447700900001', id: 'a-message-id', content };
			const encode = () => {
				const ready = prepare(providers.infobip, message, now);
				if (!ready.ok) throw new Error(`The ${name} of the benchmark is not valid`);
				return encodeRequest([ready.message], { agent: 'DemoShop' }, now);
			};
			const payload = encode();
			return [
				name,
				{
					encodeUs: microseconds(encode),
					stringifyUs: microseconds(() => JSON.stringify(payload)),
				},
			];
		}),
	);
}

/** The median of several runs, after warming up. */
function microseconds(work: () => unknown): number {
	const rounds = 4000;
	const run = () => {
		const start = performance.now();
		for (let i = 0; i < rounds; i += 1) work();
		return ((performance.now() - start) / rounds) * 1000;
	};
	run();
	const times = Array.from({ length: 9 }, run).sort((a, b) => a - b);
	return Math.round((times[4] ?? 0) * 100) / 100;
}
