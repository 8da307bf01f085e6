import { randomUUID } from 'node:crypto';
import { until } from '../../scripts/n8n/until';
import { chain, manualTrigger, outputs, rcsTrigger, runToEnd, sendRcs } from './support/workflows';
import { api, latest, phones } from './support/world';
import { registeredHeaders, urlOf } from './support/webhooks';

/** "Listen for event" in the editor: the test URL is registered for one event, beside that of production. */
it('a trigger that is being built hears of one event, and then no more', async () => {
	const trigger = rcsTrigger({ provider: 'infobip', events: ['message.replied'] });
	const url = urlOf(trigger, 'webhook-test');
	const workflowId = await api.upsertWorkflow(chain('e2e listening', trigger));
	const after = await latest(workflowId);
	const { iphone } = phones;
	await runToEnd(
		chain('e2e greeting', manualTrigger(), sendRcs({ to: iphone.number, text: 'Hello' })),
	);

	await api.listen(workflowId, 'RCS Trigger');
	expect(await registeredHeaders(url)).toBeDefined();

	const text = `to whoever listens ${randomUUID()}`;
	await iphone.write(text);
	const execution = await api.waitForExecution({ workflowId, after });
	expect(execution).toMatchObject({ status: 'success', mode: 'manual' });
	expect(outputs(execution, 'RCS Trigger')[0]?.[0]?.json).toMatchObject({ text });
	// n8n removes it beside the execution, not before its end.
	await until(90_000, 'the removal of the test URL', async () =>
		(await registeredHeaders(url)) === undefined ? true : undefined,
	);
});
