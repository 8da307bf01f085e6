import { embedded } from '../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../service/support/process';
import { TOKEN } from '../service/support/world';
import { credentialOf } from '../../scripts/world/credentials';
import {
	chain,
	items,
	manualTrigger,
	outputs,
	rcsConsent,
	runToEnd,
	sendRcs,
} from './support/workflows';
import { api, phones } from './support/world';

/** Consent in a real n8n, with a real connector service. */

const NAME = 'e2e connectors';
const service = { rcsConnectorsApi: { name: NAME } };
const message = { messageType: 'text', to: '={{ $json.phone }}', text: 'e2e consent' };
const people = [{ phone: phones.iphone.number }, { phone: phones.android.number }];

const database = embedded();
let running: ServiceProcess;
const credential = (token: string) =>
	api.upsertCredential({
		name: NAME,
		type: 'rcsConnectorsApi',
		data: { baseUrl: running.url, token },
	});

beforeAll(async () => {
	const purposes = { marketing: { quietHours: 'off' } };
	running = await startServiceProcess({ database: database.config, purposes });
});
afterAll(async () => {
	await running.stop();
	database.remove();
});

it('the test of the credential tells a token from none', async () => {
	expect(await api.testCredential(await credential('a-token-nobody-knows'))).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('does not know this token') as string,
	});
	expect(await api.testCredential(await credential(TOKEN))).toMatchObject({ status: 'OK' });
});

it('who opted in gets the message, and who did not leaves by Not Sent', async () => {
	await credential(TOKEN);
	const [first = { phone: '' }] = people;
	const optIn = rcsConsent({ operation: 'optIn', phoneNumber: first.phone }, service);
	await runToEnd(chain('e2e opt in', manualTrigger(), optIn));
	const checked = { ...message, consentCheck: 'service', purpose: 'marketing' };
	const send = sendRcs(checked, { ...credentialOf('infobip'), ...service });
	const execution = await runToEnd(chain('e2e consent', manualTrigger(), items(people), send));
	const [sent = [], notSent = []] = outputs(execution, 'Send RCS');
	expect(sent.map(({ json }) => json['to'])).toEqual([first.phone]);
	expect(notSent.map(({ json }) => json['reason'])).toMatchObject([
		{ category: 'consentMissing', rule: 'notOptedIn' },
	]);
});

it('without a service, what the item says counts, and its credential is not asked for', async () => {
	const said = people.map((one, i) => ({ ...one, optedIn: i === 1 }));
	const checked = {
		...{ ...message, consentCheck: 'item' },
		...{ consent: '={{ $json.optedIn }}', purpose: 'marketing', rules: { quietHours: 'off' } },
	};
	const run = chain('e2e consent of the item', manualTrigger(), items(said), sendRcs(checked));
	const [sent = [], notSent = []] = outputs(await runToEnd(run), 'Send RCS');
	expect(sent.map(({ json }) => json['to'])).toEqual([people[1]?.phone]);
	expect(notSent).toMatchObject([{ json: { reason: { rule: 'optedOut' } } }]);
});
