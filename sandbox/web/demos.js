/** Messages to try things with, written as requests of the providers' own APIs. */
const picture = (name) => `${location.origin}/media/${name}.svg`;

const infobip = (number, content) => [
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

const open = (text, path) => ({
	type: 'OPEN_URL',
	text,
	postbackData: `open_${path}`,
	url: `https://shop.example/${path}`,
});
const reply = (text, postbackData) => ({ type: 'REPLY', text, postbackData });

const conversation = (number, message) => [
	'/conversation/v1/messages',
	'Bearer sandbox-conversation-token',
	{ conversationId: number, messageId: crypto.randomUUID(), message },
];

const product = (title, description, name) => ({
	title,
	description,
	media: { file: { url: picture(name) }, height: 'MEDIUM' },
	suggestions: [open('View', name), reply('Add to cart', `add_${name}`)],
});

export const demos = [
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
