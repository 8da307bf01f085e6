import { until } from '../../../scripts/n8n/until';
import { Phone } from '../../../scripts/world/phone';
import type { QueueMode } from '../support/queueMode';
import { urlOf } from '../support/webhooks';
import { chain, outputs, rcsTrigger, sendRcs } from '../support/workflows';

/** A worker is not given the static data of a workflow, and what it writes takes the place of all of it. */
export function describeStaticData(n8n: () => QueueMode): void {
	/** Where Infobip sends its webhooks. */
	async function registered(): Promise<string[]> {
		const answer = await fetch(`${n8n().sandboxUrl}/infobip/subscriptions/1/profiles`, {
			headers: { authorization: 'App sandbox-infobip-key' },
		});
		const { results } = (await answer.json()) as {
			results: { webhook: { notifyUrl: string } }[];
		};
		return results.map(({ webhook }) => webhook.notifyUrl);
	}

	it('takes nothing from the webhook that was registered: it is heard again, and removed', async () => {
		const { api, sandboxUrl, webhooks } = n8n();
		const phone = new Phone(sandboxUrl, '+447700900003');
		const events = ['message.received', 'message.replied'];
		const trigger = rcsTrigger({ provider: 'infobip', events });
		const counting = sendRcs({
			...{ to: phone.number, messageType: 'text', text: 'We heard you' },
			options: { frequencyCap: { cap: { max: 5, hours: 1 } } },
		});
		const workflow = chain('e2e counts in a worker', trigger, counting);
		const workflowId = await api.upsertWorkflow(workflow, { activate: true });
		const url = urlOf(trigger, 'webhook', webhooks.url);
		expect(await registered()).toContain(url);
		await phone.setUp();
		let after = '0';
		for (const text of ['Hello', 'Hello again']) {
			await phone.write(text, 'DemoShop');
			const execution = await api.waitForExecution({ workflowId, after });
			after = execution.id;
			expect(outputs(execution, 'RCS Trigger')[0]?.[0]?.json).toMatchObject({ text });
			expect(outputs(execution, 'Send RCS')[0]?.[0]?.json).toMatchObject({ status: 'accepted' });
		}
		await api.deactivate(workflowId);
		await until(90_000, 'the webhook to be removed', async () =>
			(await registered()).includes(url) ? undefined : true,
		);
	});
}
