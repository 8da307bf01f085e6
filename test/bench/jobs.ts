/** The same job for each sender: one text a person, with the number and the name from the item. */

const httpRequest = (url: string) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${url}/v1/messages`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			'={{ JSON.stringify({ conversationId: $json.phone, message: { text: "Hello " + $json.name } }) }}',
		options: {},
	},
});

const sendRcs = (provider: string, credential: string, options: object) => ({
	type: 'n8n-nodes-rcs.sendRcs',
	typeVersion: 1,
	parameters: {
		provider,
		to: '={{ $json.phone }}',
		messageType: 'text',
		text: '=Hello {{ $json.name }}',
		options,
	},
	credentials: { [credential]: { id: credential, name: credential } },
});

export interface Job {
	name: string;
	items: number;
	sender: object;
	/** What the provider allows in a second. */
	limitPerSecond?: number;
}

export function jobs(url: string): Job[] {
	const infobip = (options = {}) => sendRcs('infobip', 'rcsInfobipApi', options);
	const conversation = (options = {}) => sendRcs('conversation', 'rcsConversationApi', options);
	return [1000, 10_000]
		.flatMap((items): Job[] => [
			{ name: 'HTTP Request', items, sender: httpRequest(url) },
			{ name: 'Send RCS, bulk calls', items, sender: infobip() },
			{ name: 'Send RCS, a call a message', items, sender: conversation() },
		])
		.concat([
			{
				name: 'Send RCS, 100 a second',
				items: 2000,
				sender: conversation({ perSecond: 100 }),
				limitPerSecond: 100,
			},
		]);
}

/** Makes the items of a job. */
export const itemsCode = ({ items }: Job): string =>
	`return Array.from({ length: ${items} }, (_, i) => ({ json: { phone: '+4477009' + String(i).padStart(5, '0'), name: 'number ' + i } }));`;
