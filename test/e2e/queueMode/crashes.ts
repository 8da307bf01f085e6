import type { Execution, WorkflowInput } from '../../../scripts/n8n/types';
import { until } from '../../../scripts/n8n/until';
import { credentialOf } from '../../../scripts/world/credentials';
import { Phone } from '../../../scripts/world/phone';
import { shipOrder } from '../../../scripts/world/shop';
import { readWorkflow } from '../../../scripts/world/workflows';
import { connectors, type QueueMode } from '../support/queueMode';
import { post, signed, tapped, urlOf } from '../support/webhooks';
import {
	chain,
	manualTrigger,
	outputs,
	rcsConsent,
	rcsTrigger,
	sendRcs,
} from '../support/workflows';
import { sandbox } from '../support/world';

const messages = { provider: 'infobip', path: '/rcs/2/messages' };
const slow = { ...messages, kind: 'delay', delayMs: 2000 };
const cut = { ...messages, kind: 'resetAfter' };
const to = '+447700900002';

/** What became of a message while the process that sent it ended. */
export function describeCrashes(n8n: () => QueueMode): void {
	/** Has something sent, and waits until everything that was to go wrong with it did. */
	async function badly(wrong: readonly object[], send: () => Promise<unknown>): Promise<void> {
		const { sandboxUrl } = n8n();
		for (const fault of wrong) await sandbox('POST', '/sandbox/faults', fault, sandboxUrl);
		await send();
		await until(90_000, 'the request', async () => {
			const left = await sandbox<{ faults: unknown[] }>(
				'GET',
				'/sandbox/faults',
				undefined,
				sandboxUrl,
			);
			return left.faults.length === 0 ? true : undefined;
		});
	}

	/** A workflow, with its next execution once it has ended. */
	async function published(workflow: WorkflowInput): Promise<() => Promise<Execution>> {
		const { api } = n8n();
		const workflowId = await api.upsertWorkflow(workflow, { activate: true });
		let after = (await api.executions(workflowId, 1))[0]?.id ?? '0';
		return async () => {
			const execution = await api.waitForExecution({ workflowId, after });
			after = execution.id;
			return execution;
		};
	}

	it('finishes it when it is asked to end, and the next worker knows of it, for a frequency cap', async () => {
		const { api, main, webhooks, worker } = n8n();
		const optIn = rcsConsent({ operation: 'optIn', phoneNumber: to }, connectors);
		const held = await api.upsertWorkflow(chain('e2e opt in', manualTrigger(), optIn));
		await api.waitForExecution({ id: await api.run(held, 'Start') });
		const capped = sendRcs(
			{
				...{ to, messageType: 'text', text: 'No more than one a day' },
				...{ consentCheck: 'service', purpose: 'marketing' },
				options: { frequencyCap: { cap: { max: 1, hours: 24 } } },
			},
			{ ...credentialOf('infobip'), ...connectors },
		);
		const trigger = rcsTrigger({ provider: 'conversation', events: ['message.replied'] });
		const execution = await published(chain('e2e cap', trigger, capped));
		const tell = ({ url }: { url: string }, body = tapped()) =>
			post(urlOf(trigger, 'webhook', url), body, signed(body));
		await badly([slow], () => tell(main));
		await worker.restart();
		const [sent] = outputs(await execution(), 'Send RCS');
		expect(sent?.[0]?.json).toMatchObject({ status: 'accepted' });
		await tell(webhooks);
		const [, notSent] = outputs(await execution(), 'Send RCS');
		expect(notSent?.[0]?.json).toMatchObject({ reason: { category: 'frequencyCap' } });
	});

	it('was killed, and the shop reports the parcel again: the person has one message', async () => {
		const { sandboxUrl, webhooks, worker } = n8n();
		const phone = new Phone(sandboxUrl, '+447700900001');
		const execution = await published(readWorkflow('order-shipped'));
		const before = await phone.entries();
		const ship = () => shipOrder(webhooks.url, '07700 900001', 303);
		// The provider took the message, and the worker is still asking whether it did.
		await badly([cut, { ...slow, skip: 1, delayMs: 60_000 }], ship);
		await worker.kill();
		await worker.restart();
		expect((await execution()).status).toBe('crashed');
		await ship();
		const [again] = outputs(await execution(), 'Sent');
		expect(again?.[0]?.json).toMatchObject({ status: 'accepted', duplicate: true });
		expect(await phone.entries()).toHaveLength(before.length + 1);
	});
}
