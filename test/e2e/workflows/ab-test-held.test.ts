import { until } from '../../../scripts/n8n/api';
import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { MINUTE, nightUntil } from '../support/night';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

/** What happens at night. */

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('ab-test', () => ({
	'"purpose": "marketing",': `"purpose": "marketing", "rules": ${JSON.stringify(nightUntil())},`,
}));

it(
	'the cards of a test that starts at night go out in the morning, one to each person',
	async () => {
		const people = [await newPhone(43), await newPhone(44)];
		const numbers = people.map(({ number }) => number);
		const agreed = { state: 'optedIn', origin: 'person', source: 'form' };
		await service.post('/v1/consent', {
			statements: numbers.map((phone) => ({ phone, ...agreed })),
		});
		const list = sample('ab-recipients');
		const held = await workflow.startedBy(() =>
			call('ab-test', { ...list, campaign: 'e2e-held', recipients: numbers }),
		);
		expect(held.status).toBe('waiting');
		const reasons = ['Send Card A', 'Send Card B'].flatMap((name) => outputs(held, name)[1] ?? []);
		expect(reasons.map(({ json }) => json)).toEqual(
			numbers.map(
				() =>
					expect.objectContaining({
						rcs: expect.objectContaining({
							holdUntil: expect.stringMatching(/:00\.000Z$/) as string,
						}) as object,
					}) as object,
			),
		);
		for (const phone of people) expect(await phone.texts()).toEqual([]);
		for (const phone of people) await phone.receives('The card', arrived, 3 * MINUTE);
		const ended = await until(20_000, 'the end', async () => {
			const execution = await api.execution(held.id);
			return execution.finished ? execution : undefined;
		});
		expect(outputs(ended, 'Not Sent')).toEqual([]);
		for (const phone of people) expect(await phone.texts()).toHaveLength(1);
	},
	4 * MINUTE,
);
