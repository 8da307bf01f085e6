import { until } from '../../../scripts/n8n/api';
import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

/** What happens at night: here it is night until the next minute but one at most, by the node's own hours. */

const MINUTE = 60_000;
const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('abandoned-cart', () => ({
	'"amount": 60,': '"amount": 0.01,',
	'"purpose": "marketing",': `"purpose": "marketing", "rules": ${JSON.stringify(nightUntil())},`,
}));
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Own hours that begin at a full minute, far enough for a message to be held; it is about noon where the person is. */
function nightUntil(): object {
	const morning = new Date(Math.ceil((Date.now() + 0.7 * MINUTE) / MINUTE) * MINUTE);
	const ahead = 12 - morning.getUTCHours();
	const timeZone = `Etc/GMT${ahead < 0 ? `+${-ahead}` : `-${ahead}`}`;
	const from = `12:${String(morning.getUTCMinutes()).padStart(2, '0')}`;
	return { timeZone, ownHours: { hours: { from, to: '20:00', days, replace: true } } };
}

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
