import { until } from '../../../scripts/n8n/until';
import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { MINUTE, nightUntil } from '../support/night';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

/** What happens at night. */

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('abandoned-cart', () => ({
	'"amount": 60,': '"amount": 0.01,',
	'"purpose": "marketing",': `"purpose": "marketing", "rules": ${JSON.stringify(nightUntil())},`,
}));
it(
	'a reminder that is held at night goes out in the morning, once',
	async () => {
		const phone = await newPhone(73);
		const state = { state: 'optedIn', source: 'shop', occurredAt: '2026-11-01T09:00:00.000Z' };
		const person = { id: 'e2e-cart-held', phone: phone.number, agent: '*', purpose: 'marketing' };
		await service.post('/v1/consent', { statements: [{ ...person, ...state }] });
		const checkout = sample<{ shipping_address: object }>('shopify-checkout');
		await call('abandoned-cart', {
			...checkout,
			token: 'e2e-held',
			shipping_address: { ...checkout.shipping_address, phone: phone.number },
		});
		await phone.receives('The reminder', arrived, 3 * MINUTE);
		const execution = await until(
			20_000,
			'the execution to wait for the second message',
			async () => {
				const [latest] = await api.executions(workflow.id, 1);
				return latest?.status === 'waiting' ? latest : undefined;
			},
		);
		const [held] = outputs(execution, 'Send Reminder')[1] ?? [];
		expect(held?.json).toMatchObject({
			...{ to: phone.number, reason: { category: 'quietHours' } },
			holdUntil: expect.stringMatching(/:00\.000Z$/) as string,
		});
		expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(String(held?.json['holdUntil'])));
		expect(execution.data?.resultData.runData['Send Reminder']).toHaveLength(2);
		expect(outputs(execution, 'Not Sent')).toEqual([]);
		expect(await phone.texts()).toHaveLength(1);
	},
	4 * MINUTE,
);
