import { until } from '../../../scripts/n8n/until';
import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { MINUTE, nightUntil } from '../support/night';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

/** What happens at night, with a table of its own. */

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('ab-test', () => ({
	'"purpose": "marketing",': `"purpose": "marketing", "rules": ${JSON.stringify(nightUntil())},`,
	rcs_ab_tests: 'e2e_ab_tests_held',
}));

it(
	'the cards of a test that starts at night go out in the morning, one to each person',
	async () => {
		const people = [await newPhone(43), await newPhone(44)];
		const recipients = people.map(({ number }) => number);
		const agreed = { state: 'optedIn', origin: 'person', source: 'form' };
		await service.post('/v1/consent', {
			statements: recipients.map((phone) => ({ phone, ...agreed })),
		});
		await call('ab-test', { ...sample('ab-recipients'), campaign: 'e2e-held', recipients });
		for (const phone of people) await phone.receives('The card', arrived, 3 * MINUTE);
		const execution = await until(20_000, 'the end', async () => {
			const [latest] = await api.executions(workflow.id, 1);
			return latest?.finished ? latest : undefined;
		});
		// n8n runs one branch to its end before the other, which then finds morning.
		const cards = ['Send Card A', 'Send Card B'];
		const [held] = cards.flatMap((name) => outputs(execution, name)[1] ?? []);
		expect(held?.json['rcs']).toMatchObject({
			holdUntil: expect.stringMatching(/:00\.000Z$/) as string,
		});
		expect(outputs(execution, 'Not Sent')).toEqual([]);
		for (const phone of people) expect(await phone.texts()).toHaveLength(1);
	},
	4 * MINUTE,
);
