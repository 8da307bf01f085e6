import { people, text, useSendRcs } from './sends';

const sends = useSendRcs();

const account = {
	rcsAgileTelecomApi: { authentication: 'apiKey', apiKey: 'secret-key', agent: '10' },
};
const fallback = { fallback: 'sms', fallbackText: 'It has shipped' };
const agileTelecom = { ...text, provider: 'agile-telecom' };
const one = people.slice(0, 1);

it('a message that only the SMS took names its channel', async () => {
	const refused = { accepted: false, reasons: ['Agent not active'] };
	sends.answer = () => ({
		status: 200,
		body: { results: { rcs: refused, sms: { accepted: true, reasons: [] } } },
	});
	const baseUrl = sends.url();
	const credentials = {
		rcsAgileTelecomApi: { ...account.rcsAgileTelecomApi, baseUrl, smsSender: 'SHOP' },
	};
	const { outputs } = await sends.send({ ...agileTelecom, ...fallback }, one, { credentials });
	expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', channel: 'sms' });
	expect(sends.requests).toMatchObject([
		{
			path: '/api/message-server/rcs/send',
			headers: { 'x-api-key': 'secret-key' },
			json: { agentId: 10, fallbackSms: { sender: 'SHOP', text: 'It has shipped' } },
		},
	]);
});

it('a dry run says what the account lacks, as sending does', async () => {
	const parameters = { ...agileTelecom, ...fallback, options: { dryRun: true } };
	const settings = { onError: 'continueRegularOutput' as const };
	const more = { credentials: account, settings };
	const { outputs } = await sends.send(parameters, one, more);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		status: 'notSent',
		reason: { category: 'configuration', advice: expect.stringContaining('Default SMS Sender') },
	});
});

describe('WhatsApp before the SMS', () => {
	const whatsapp = {
		fallback: 'whatsapp',
		fallbackText: 'It has shipped',
		fallbackOptions: { from: 'SHOP' },
		whatsappSender: '77',
	};

	async function sent(fields: object) {
		sends.answer = () => ({
			status: 200,
			body: { results: { rcs: { accepted: true, reasons: [] }, sms: null } },
		});
		const credentials = {
			rcsAgileTelecomApi: { ...account.rcsAgileTelecomApi, baseUrl: sends.url() },
		};
		const parameters = { ...agileTelecom, ...whatsapp, ...fields };
		return sends.send(parameters, one, { credentials });
	}

	it('sends a template, or a message in the form of the provider', async () => {
		await sent({ whatsappTemplate: '42' });
		await sent({ whatsappContent: 'message', whatsappBody: '{"type":"text"}' });
		const fallbackSms = { sender: 'SHOP', text: 'It has shipped' };
		expect(sends.requests.map(({ json }) => json)).toMatchObject([
			{ fallbackWhatsApp: { phoneNumberId: 77, templateId: 42 }, fallbackSms },
			{ fallbackWhatsApp: { phoneNumberId: 77, body: { type: 'text' } }, fallbackSms },
		]);
	});

	it.each([
		[{ whatsappContent: 'message', whatsappBody: 'not JSON' }, 'does not hold a JSON object'],
		[{ whatsappContent: 'message' }, "'WhatsApp Message (JSON)' is empty"],
		[{ whatsappSender: 'shop', whatsappTemplate: '42' }, 'fallback.0.senderId'],
		[{}, 'fallback.0'],
	])('names what is wrong with %j', async (fields, words) => {
		const { outputs } = await sent(fields);
		expect(JSON.stringify(outputs[1]?.[0]?.json['reason'])).toContain(words);
		expect(sends.requests).toEqual([]);
	});
});

it('a carousel says nothing of a width that the provider cannot be told', async () => {
	const credentials = {
		rcsAgileTelecomApi: { ...account.rcsAgileTelecomApi, baseUrl: sends.url() },
	};
	const carousel = {
		...agileTelecom,
		messageType: 'carousel',
		cards: { card: [{ title: 'One' }, { title: 'Two' }] },
		options: { dryRun: true },
	};
	const { outputs } = await sends.send(carousel, one, { credentials });
	expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'dryRun' });
	expect(outputs[0]?.[0]?.json).not.toHaveProperty('changes');
});
