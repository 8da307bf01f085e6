import { until } from '../../scripts/n8n/until';
import { credentialOf } from '../../scripts/world/credentials';
import { embedded } from '../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../service/support/process';
import { TOKEN } from '../service/support/world';
import { messageIdIn, post, signed, tapped, urlOf } from './support/webhooks';
import { chain, outputs, rcsTrigger } from './support/workflows';
import { api } from './support/world';

/** RCS Trigger in a real n8n hands its events to a real connector service. */

const NAME = 'e2e connectors of the trigger';
const listens = { provider: 'conversation', events: ['message.replied'], handOn: true };
const trigger = {
	...rcsTrigger(listens),
	credentials: { ...credentialOf('conversation'), rcsConnectorsApi: { name: NAME } },
};
const database = embedded();
let service: ServiceProcess;
let workflowId: string;

async function start(): Promise<void> {
	service = await startServiceProcess({ database: database.config });
	const data = { baseUrl: service.url, token: TOKEN };
	await api.upsertCredential({ name: NAME, type: 'rcsConnectorsApi', data });
}

beforeAll(async () => {
	await start();
	const workflow = chain('e2e events to the service', trigger);
	workflowId = await api.upsertWorkflow(workflow, { activate: true });
});
afterAll(async () => {
	await api.deactivate(workflowId);
	await service.stop();
	database.remove();
});

/**
 * Which of these messages executions are about, as often as they are, once there is one about each of them and all
 * have ended: a later one may end first.
 */
async function startedWith(sent: readonly string[]): Promise<unknown[]> {
	return until(90_000, 'each webhook to start an execution', async () => {
		const executions = await api.executions(workflowId, 50);
		const items = executions.flatMap((one) => outputs(one, 'RCS Trigger')[0] ?? []);
		const heard = items.map(({ json }) => String(json['messageId']));
		// The phones of other tests may still tell of theirs.
		const ids = heard.filter((id) => sent.includes(id));
		const isDone = executions.every(({ status }) => !['new', 'running'].includes(status));
		return isDone && sent.every((id) => ids.includes(id)) ? ids.toSorted() : undefined;
	});
}

const tell = (body: string) => post(urlOf(trigger), body, signed(body));

it('a webhook is answered with 503 while the service is down, and starts one execution when it is back', async () => {
	const [first, late, last] = [tapped(), tapped(), tapped()];
	expect([await tell(first), await tell(first)]).toEqual([200, 200]);
	await service.stop();
	expect([await tell(late), await tell(late)]).toEqual([503, 503]);
	await start();
	expect([await tell(late), await tell(late), await tell(first)]).toEqual([200, 200, 200]);
	expect(await tell(last)).toBe(200);
	const ids = [first, late, last].map(messageIdIn);
	expect(await startedWith(ids)).toEqual(ids.toSorted());
});
