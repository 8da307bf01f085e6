import type { JsonObject } from '../../../sandbox/json';
import type { OwnSandbox } from './phonePage';

/** One phone for each kind of message, so that each can be looked at by itself. */
interface Sample {
	name: string;
	/** What the phone shows once the message is there. */
	shows: string;
	send(sandbox: OwnSandbox, to: string): Promise<unknown>;
}

const postback = (text: string) => ({ text, postbackData: text });
const reply = (text: string) => ({ type: 'REPLY', ...postback(text) });
const open = (text: string) => ({
	type: 'OPEN_URL',
	...postback(text),
	url: 'https://shop.example.com/orders/1042',
});

const everyChip = [
	reply('Yes, please'),
	open('Open the shop'),
	{ type: 'DIAL_PHONE', ...postback('Call us'), phoneNumber: '+15550100123' },
	{ type: 'SHOW_LOCATION', ...postback('Find us'), latitude: 51.4779, longitude: -0.0015 },
	{ type: 'REQUEST_LOCATION', ...postback('Where are you?') },
	{
		type: 'CREATE_CALENDAR_EVENT',
		...postback('Add to calendar'),
		title: 'Fitting',
		startTime: '2030-05-04T10:00:00.000Z',
		endTime: '2030-05-04T11:00:00.000Z',
	},
];

const media = (sandbox: OwnSandbox, name: string) => ({
	file: { url: `${sandbox.url()}/media/${name}` },
	height: 'MEDIUM',
});

const card = (
	sandbox: OwnSandbox,
	more: JsonObject,
	height: 'SHORT' | 'MEDIUM' | 'TALL' = 'MEDIUM',
): JsonObject => ({
	type: 'CARD',
	orientation: 'VERTICAL',
	alignment: 'LEFT',
	content: {
		title: 'Your order is on its way',
		description: 'Parcel 1Z-2048 arrives tomorrow between 9:00 and 12:00.',
		media: { ...media(sandbox, 'parcel.svg'), height },
		suggestions: [open('Track parcel'), reply('Another day')],
	},
	suggestions: [reply('Leave at the door')],
	...more,
});

const carousel = (sandbox: OwnSandbox, cardWidth: 'SMALL' | 'MEDIUM'): JsonObject => ({
	type: 'CAROUSEL',
	cardWidth,
	contents: [
		['Trail runner', '€ 89.00 · nearly gone', 'shoe.svg'],
		['Enamel mug', '€ 14.50', 'mug.svg'],
		['Desk lamp', '€ 39.00 · warm light', 'lamp.svg'],
	].map(([title, description, name = '']) => ({
		title,
		description,
		media: media(sandbox, name),
		suggestions: [open('View'), reply('Add to cart')],
	})),
	suggestions: [reply('Check out'), reply('STOP')],
});

const file =
	(name: string): Sample['send'] =>
	(sandbox, to) =>
		sandbox.infobip(to, { type: 'FILE', file: { url: `${sandbox.url()}/media/${name}` } });

const smsOnly = async (sandbox: OwnSandbox, to: string) => {
	await sandbox.call('PATCH', `/sandbox/phones/${encodeURIComponent(to)}`, { rcs: false });
};

export const samples: readonly Sample[] = [
	{
		name: 'text',
		shows: 'Delivered yesterday',
		send: (sandbox, to) =>
			sandbox.infobip(to, {
				type: 'TEXT',
				text: 'Delivered yesterday, and worth a look: https://shop.example.com/new',
				suggestions: everyChip,
			}),
	},
	{
		name: 'card-vertical',
		shows: 'Track parcel',
		send: (sandbox, to) => sandbox.infobip(to, card(sandbox, {})),
	},
	{
		name: 'card-tall',
		shows: 'Track parcel',
		send: (sandbox, to) => sandbox.infobip(to, card(sandbox, {}, 'TALL')),
	},
	{
		name: 'card-horizontal',
		shows: 'Track parcel',
		send: async (sandbox, to) => {
			await sandbox.infobip(to, card(sandbox, { orientation: 'HORIZONTAL' }));
			await sandbox.infobip(
				to,
				card(sandbox, { orientation: 'HORIZONTAL', alignment: 'RIGHT' }, 'SHORT'),
			);
		},
	},
	{
		name: 'carousel-medium',
		shows: '1 of 3',
		send: (sandbox, to) => sandbox.infobip(to, carousel(sandbox, 'MEDIUM')),
	},
	{
		name: 'carousel-small',
		shows: '1 of 3',
		send: (sandbox, to) => sandbox.infobip(to, carousel(sandbox, 'SMALL')),
	},
	{
		name: 'files',
		shows: 'song.mp3',
		send: async (sandbox, to) => {
			for (const name of ['mug.svg', 'missing.png', 'receipt.pdf', 'clip.mp4', 'song.mp3'])
				await file(name)(sandbox, to);
		},
	},
	{
		name: 'form',
		shows: 'When shall we deliver?',
		send: (sandbox, to) =>
			sandbox.conversation(to, {
				form: {
					title: 'When shall we deliver?',
					description: 'Your parcel can come on another day.',
					fields: [
						{ name: 'day', label: 'Day', type: 'DATE', required: true },
						{ name: 'time', label: 'Time', type: 'CHOICE', options: ['Morning', 'Afternoon'] },
						{ name: 'note', label: 'Note for the driver', type: 'LONG_TEXT' },
					],
					submit: { text: 'Change delivery', postbackData: 'delivery' },
				},
			}),
	},
	{
		name: 'sms-fallback',
		shows: 'by SMS instead',
		send: async (sandbox, to) => {
			await smsOnly(sandbox, to);
			await sandbox.infobip(to, card(sandbox, {}), {
				options: {
					smsFailover: {
						sender: 'DemoShop',
						text: 'DemoShop: by SMS instead https://shop.example',
					},
				},
			});
		},
	},
	{
		name: 'answers',
		shows: 'Shared a place',
		send: async (sandbox, to) => {
			await sandbox.infobip(to, { type: 'TEXT', text: 'Where shall the parcel go?' });
			const phone = `/sandbox/phones/${encodeURIComponent(to)}`;
			const say = (path: string, body: object) =>
				sandbox.call('POST', `${phone}/${path}`, { agent: 'DemoShop', ...body });
			await say('text', { text: 'To my neighbour, please. Is that possible?' });
			await say('file', {
				url: `${sandbox.url()}/media/receipt.pdf`,
				name: 'receipt.pdf',
				mimeType: 'application/pdf',
				bytes: 700,
			});
			await say('location', {});
		},
	},
	{
		name: 'offline',
		shows: 'Offline: 1 message waits',
		send: async (sandbox, to) => {
			await sandbox.call('PATCH', `/sandbox/phones/${encodeURIComponent(to)}`, { online: false });
			await sandbox.infobip(to, { type: 'TEXT', text: 'You get this later.' });
		},
	},
	{
		name: 'empty',
		shows: 'No messages yet',
		send: () => Promise.resolve(),
	},
];

/** The number of the phone with a sample. */
export const numberOf = (sample: Sample): string =>
	`+4477009001${String(samples.indexOf(sample)).padStart(2, '0')}`;

/** Sets up a phone for each sample, and sends it. */
export async function sendSamples(sandbox: OwnSandbox): Promise<void> {
	for (const sample of samples) {
		const number = numberOf(sample);
		await sandbox.call('PATCH', `/sandbox/phones/${encodeURIComponent(number)}`, { rcs: true });
		await sample.send(sandbox, number);
	}
}
