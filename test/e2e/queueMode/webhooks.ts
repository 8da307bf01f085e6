import { until } from '../../../scripts/n8n/until';
import { credentialOf } from '../../../scripts/world/credentials';
import { connectors, type QueueMode } from '../support/queueMode';
import { messageIdIn, post, signed, tapped, urlOf } from '../support/webhooks';
import { chain, outputs, rcsTrigger } from '../support/workflows';

const listens = { provider: 'conversation', events: ['message.replied'] };
const alone = rcsTrigger(listens);
const together = {
	...rcsTrigger({ ...listens, handOn: true }),
	credentials: { ...credentialOf('conversation'), ...connectors },
};

/** A provider's webhooks come to a process that a load balancer chooses. */
export function describeWebhooks(n8n: () => QueueMode): void {
	let withService: string;
	let withoutService: string;

	beforeAll(async () => {
		const { api } = n8n();
		const activate = { activate: true };
		withService = await api.upsertWorkflow(chain('e2e with service', together), activate);
		withoutService = await api.upsertWorkflow(chain('e2e without service', alone), activate);
	});

	/**
	 * The messages that executions of a workflow are about, once there is one about each of these and all have ended:
	 * a later one may end first.
	 */
	async function startedWith(workflowId: string, wanted: readonly string[]): Promise<unknown[]> {
		return until(90_000, 'each webhook to start an execution', async () => {
			const executions = await n8n().api.executions(workflowId, 50);
			const items = executions.flatMap((one) => outputs(one, 'RCS Trigger')[0] ?? []);
			const ids = items.map(({ json }) => json['messageId']);
			const isDone = executions.every(({ status }) => !['new', 'running'].includes(status));
			return isDone && wanted.every((id) => ids.includes(id)) ? ids.toSorted() : undefined;
		});
	}

	const processes = () => [n8n().main, n8n().webhooks];
	const tell = (
		trigger: typeof alone,
		{ url }: { url: string },
		body: string,
		headers: object = signed(body),
	) => post(urlOf(trigger, 'webhook', url), body, headers);

	it('is verified by whichever process it comes to', async () => {
		for (const process of processes()) {
			expect(await tell(alone, process, tapped(), { 'x-signature': 'forged' })).toBe(401);
			expect(await tell(alone, process, tapped(), {})).toBe(401);
		}
		const [first, last] = [tapped(), tapped()];
		expect(await tell(alone, n8n().main, first)).toBe(200);
		expect(await tell(alone, n8n().webhooks, last)).toBe(200);
		const ids = [first, last].map(messageIdIn);
		expect(await startedWith(withoutService, ids)).toEqual(ids.toSorted());
	});

	it('starts one execution however many processes get it, with the connector service', async () => {
		const [twice, atOnce, last] = [tapped(), tapped(), tapped()];
		expect(await tell(together, n8n().main, twice)).toBe(200);
		// Who gets it while the other is at work, or has not told the service yet, says: send it again.
		await until(90_000, 'the other to have heard of it', async () =>
			(await tell(together, n8n().webhooks, twice)) === 200 ? true : undefined,
		);
		const again = () => Promise.all(processes().map((each) => tell(together, each, atOnce)));
		await until(90_000, 'both to have taken it', async () =>
			(await again()).every((status) => status === 200) ? true : undefined,
		);
		expect(await tell(together, n8n().webhooks, last)).toBe(200);
		const ids = [twice, atOnce, last].map(messageIdIn);
		expect(await startedWith(withService, ids)).toEqual(ids.toSorted());
	});
}
