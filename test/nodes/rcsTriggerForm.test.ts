import { providerIds } from '../../core/providers';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { isShown } from './parameters';

const { properties, credentials = [] } = new RcsTrigger().description;

function shown(name: string, provider: string) {
	return properties.filter((one) => one.name === name && isShown(one, { provider }));
}
const words = (name: string, provider: string) =>
	shown(name, provider).map(({ displayName }) => displayName);

it('tells Google users to copy the token before the address is verified', () => {
	const [notice = ''] = words('webhookNotice', 'google-rbm');
	const steps = ['clientToken', 'save the credential', 'Publish', 'verify'];
	const places = steps.map((step) => notice.indexOf(step));
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(places).not.toContain(-1);
	expect(notice).not.toContain('long random');
});

it('tells others to make up a secret, and those who register themselves nothing', () => {
	expect(words('webhookNotice', 'agile-telecom')).toEqual([
		expect.stringContaining('long random value'),
	]);
	expect(words('webhookNotice', 'infobip')).toEqual([]);
});

it('says where taps arrive as texts, and does not choose replies there', () => {
	const chosen = (provider: string) => shown('events', provider)[0]?.default;
	const noticed = providerIds.filter((id) => words('tapsNotice', id).length > 0);
	expect(noticed).toEqual(['agile-telecom']);
	expect(chosen('agile-telecom')).toEqual(['message.received', 'user.optedOut']);
	expect(chosen('infobip')).toContain('message.replied');
});

it('asks for the connector service, and what happens without it, only where events are handed on', () => {
	const form = (handOn: boolean) => ({
		credentials: credentials
			.filter((one) => isShown(one, { provider: 'infobip', handOn }))
			.map(({ name }) => name),
		asks: properties
			.filter((one) => isShown(one, { provider: 'infobip', handOn }))
			.some(({ name }) => name === 'ifServiceDown'),
	});
	expect(form(false)).toEqual({ credentials: ['rcsInfobipApi'], asks: false });
	expect(form(true)).toEqual({ credentials: ['rcsInfobipApi', 'rcsConnectorsApi'], asks: true });
});
