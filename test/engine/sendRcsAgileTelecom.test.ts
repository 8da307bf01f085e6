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
