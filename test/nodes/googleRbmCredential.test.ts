import { type IDataObject, type INodeTypes, Workflow } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { RcsGoogleRbmApi } from '../../credentials/RcsGoogleRbmApi.credentials';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { AGENT, BEARER } from '../sandbox/googleRbmWorld';
import { useSandbox } from '../sandbox/world';

/** The request that tests the credential, with its expressions as n8n reads them. */

const { call, url } = useSandbox();
const { request } = new RcsGoogleRbmApi().test;

const node = new SendRcs();
const nodeTypes: INodeTypes = {
	getByName: () => node,
	getByNameAndVersion: () => node,
	getKnownTypes: () => ({}),
};
const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes });

/** What an expression gives for a credential. */
function read(expression: unknown, $credentials: IDataObject): unknown {
	const text = String(expression);
	const { expression: engine } = workflow;
	return engine.getParameterValue(text, null, 0, 0, 'Test', [], 'internal', { $credentials });
}

test.each([
	['global', 'https://rcsbusinessmessaging.googleapis.com'],
	['europe', 'https://europe-rcsbusinessmessaging.googleapis.com'],
])('the region %s has its own address', (region, address) => {
	expect(read(request.baseURL, { region, baseUrl: '' })).toBe(address);
});

test('a bulk check that the API takes', async () => {
	const fields = { baseUrl: `${url()}/google-rbm`, agent: `${AGENT}@rbm.goog `, region: 'us' };
	expect(read(request.baseURL, fields)).toBe(fields.baseUrl);
	const body = asObject(request.body);
	const agentId = read(body['agentId'], fields);
	expect([agentId, read(asObject(request.qs)['agentId'], fields)]).toEqual([AGENT, AGENT]);
	const path = `/google-rbm${String(request.url)}?agentId=${AGENT}`;
	const answer = await call('POST', path, { ...body, agentId }, BEARER);
	expect(answer).toMatchObject({ status: 200, body: { totalRandomSampleUserCount: 375 } });
	expect((await call('POST', path, { ...body, agentId }, {})).status).toBe(401);
});
