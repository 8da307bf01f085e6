import { ask } from '../../lib/ask';

/** Messages to try things with, written as requests of the providers' own APIs. */
export interface Demo {
	name: string;
	about: string;
	/** Path, authorization and body of the request. */
	request(number: string): [path: string, authorization: string, body: object];
}

/** Sends a demo as any client of the provider would. @throws Error in the provider's words */
export async function sendDemo(demo: Demo, number: string): Promise<void> {
	const [path, authorization, body] = demo.request(number);
	await ask('POST', path, body, { authorization });
}

const picture = (name: string) => `${location.origin}/media/${name}.svg`;

const infobip = (number: string, content: object): [string, string, object] => [
	'/infobip/rcs/2/messages',
	'App sandbox-infobip-key',
	{
		messages: [
			{
				sender: 'DemoShop',
				destinations: [{ to: number.replace('+', '') }],
				content,
				options: { smsFailover: { text: 'DemoShop: there is news. https://shop.example/news' } },
			},
		],
	},
];

const conversation = (number: string, message: object): [string, string, object] => [
	'/conversation/v1/messages',
	'Bearer sandbox-conversation-token',
	{ conversationId: number, messageId: crypto.randomUUID(), message },
];

const open = (text: string, path: string) => ({
	type: 'OPEN_URL',
	text,
	postbackData: `open_${path}`,
	url: `https://shop.example/${path}`,
});
const reply = (text: string, postbackData: string) => ({ type: 'REPLY', text, postbackData });

const product = (title: string, description: string, name: string) => ({
	title,
	description,
	media: { file: { url: picture(name) }, height: 'MEDIUM' },
	suggestions: [open('View', name), reply('Add to cart', `add_${name}`)],
});

const tomorrow = (hour: number) => {
	const day = new Date(Date.now() + 86_400_000);
	day.setUTCHours(hour, 0, 0, 0);
	return day.toISOString();
};

export const demos: readonly [Demo, ...Demo[]] = [
	{
		name: 'Parcel on its way',
		about: 'a card, through Infobip',
		request: (number) =>
			infobip(number, {
				type: 'CARD',
				orientation: 'VERTICAL',
				alignment: 'LEFT',
				content: {
					title: 'Your order is on its way',
					description: 'Parcel 1Z-2048 arrives tomorrow between 9:00 and 12:00.',
					media: { file: { url: picture('parcel') }, height: 'MEDIUM' },
					suggestions: [
						open('Track parcel', 'track'),
						{
							type: 'DIAL_PHONE',
							text: 'Call us',
							postbackData: 'call',
							phoneNumber: '+441632960000',
						},
					],
				},
				suggestions: [reply('Leave at the door', 'door'), reply('Another day', 'later')],
			}),
	},
	{
		name: 'Forgotten cart',
		about: 'a carousel, through Infobip',
		request: (number) =>
			infobip(number, {
				type: 'CAROUSEL',
				cardWidth: 'MEDIUM',
				contents: [
					product('Trail runner', '€ 89.00 · size 42 is nearly gone', 'shoe'),
					product('Enamel mug', '€ 14.50 · keeps its shine', 'mug'),
					product('Desk lamp', '€ 39.00 · warm light', 'lamp'),
				],
				suggestions: [reply('Check out', 'checkout'), reply('STOP', 'stop')],
			}),
	},
	{
		name: 'A fitting in the shop',
		about: 'text with a calendar entry and places, through Infobip',
		request: (number) =>
			infobip(number, {
				type: 'TEXT',
				text: 'Your shoes are in. Come and try them on tomorrow at 10?',
				suggestions: [
					reply('I will be there', 'fitting:yes'),
					{
						type: 'CREATE_CALENDAR_EVENT',
						text: 'Add to calendar',
						postbackData: 'fitting:calendar',
						title: 'Fitting at DemoShop',
						description: 'Trail runner, size 42',
						startTime: tomorrow(10),
						endTime: tomorrow(11),
					},
					{ type: 'REQUEST_LOCATION', text: 'Find the closest shop', postbackData: 'fitting:near' },
				],
			}),
	},
	{
		name: 'A question',
		about: 'text and chips, through the conversation API',
		request: (number) =>
			conversation(number, {
				text: 'How was your delivery? More at https://shop.example/help',
				suggestions: [
					{ reply: { text: 'Great', postbackData: 'great' } },
					{ reply: { text: 'Not so good', postbackData: 'bad' } },
					{
						action: {
							text: 'Find our shop',
							postbackData: 'map',
							viewLocationAction: {
								latLong: { latitude: 51.4779, longitude: -0.0015 },
								label: 'Our shop',
							},
						},
					},
				],
			}),
	},
	{
		name: 'Another delivery day',
		about: 'a form, through the conversation API',
		request: (number) =>
			conversation(number, {
				form: {
					title: 'When shall we deliver?',
					description: 'Your parcel 1Z-2048 can come on another day.',
					fields: [
						{ name: 'day', label: 'Day', type: 'DATE', required: true },
						{ name: 'time', label: 'Time', type: 'CHOICE', options: ['Morning', 'Afternoon'] },
						{ name: 'note', label: 'Note for the driver', type: 'LONG_TEXT' },
					],
					submit: { text: 'Change delivery', postbackData: 'delivery:1Z-2048' },
				},
			}),
	},
];
