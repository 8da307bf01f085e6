import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject, parseJson } from '../../core/json';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { useSandbox } from '../sandbox/world';
import { runHook } from './harness';
import { recordingServer, type RecordingServer } from './httpServer';

/** What RCS Trigger subscribes to where it hands events on. */

const sandbox = useSandbox();
let server: RecordingServer;
beforeAll(async () => {
	server = await recordingServer(() => ({ body: {} }));
});
afterAll(() => server.stop());

const apiKey = 'sandbox-infobip-key';

const setup = (handOn: boolean, staticData: IDataObject = {}) => ({
	nodeType: new RcsTrigger(),
	parameters: { provider: 'infobip', events: ['message.replied'], handOn },
	credentials: {
		rcsInfobipApi: { baseUrl: `${sandbox.url()}/infobip`, apiKey, agent: 'DemoShop' },
		rcsConnectorsApi: { baseUrl: server.url, token: 'token' },
	},
	staticData,
});

async function subscribed() {
	const response = await fetch(`${sandbox.url()}/infobip/subscriptions/1/subscription/RCS`, {
		headers: { authorization: `App ${apiKey}` },
	});
	const { results } = asObject(parseJson(await response.text()));
	return asArray(results).map((one) => asObject(one)['events']);
}

it('what the service makes use of as well; typing and conversations are not', async () => {
	const { staticData } = await runHook(setup(true), 'create');
	expect(await subscribed()).toEqual([
		['DELIVERY', 'SEEN', 'INBOUND_MESSAGE', 'SUGGESTION', 'CLICK'],
	]);
	expect((await runHook(setup(true, staticData), 'checkExists')).result).toBe(true);
});

it('what the workflow starts on and what ends a question, once events are no longer handed on', async () => {
	const { staticData } = await runHook(setup(true), 'create');
	expect((await runHook(setup(false, staticData), 'checkExists')).result).toBe(false);
	await runHook(setup(false, staticData), 'create');
	expect(await subscribed()).toEqual([['DELIVERY', 'INBOUND_MESSAGE', 'SUGGESTION']]);
});
