import { textOf, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { count, outcomes } from '../support/figures';
import { outputs } from '../support/workflows';
import { phones } from '../support/world';

const service = useConnectors();
const workflow = useWorkflow('weekly-report');

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const figures = [
	'RCS of the last 7 days',
	'Sent: 50 (+30 to the week before)',
	'Delivered: 45 (90 %), 22 % of them by fallback',
	'Read: 12 (24 %)',
	'Clicked: 0 (0 %)',
	'Replied: 12 (24 %)',
	'Failed: 5 (10 %)',
	'Opted in: 0, opted out: 2',
	'Why messages failed:',
	'- 15 × The phone is off',
].join('\n');

beforeAll(async () => {
	const week = { prefix: 'week', at: daysAgo(2), replied: 12, failed: 5, fellBack: 10 };
	await count(service, outcomes(50, week));
	await count(service, outcomes(20, { prefix: 'before', at: daysAgo(10) }));
	const people = ['+15550100900', '+15550100901'].map((phone) => ({
		...{ phone, state: 'optedOut', origin: 'person', source: 'form' },
	}));
	await service.post('/v1/consent', { statements: people });
});

it('tells the figures of the week, and why messages failed, to who only chose credentials', async () => {
	const execution = await workflow.run('Report Now');
	expect(execution.status).toBe('success');
	const [report] = outputs(execution, 'Only Here')[0] ?? [];
	expect(report?.json['text']).toBe(figures);
	const html = String(report?.json['html']);
	expect(html).toMatch(/^<h2>RCS of the last 7 days<\/h2>/);
	expect(html).toContain('<tr><td>Delivered</td><td>45</td><td>90 %</td></tr>');
	expect(html).toContain('<tr><td>By fallback, of delivered</td><td></td><td>22 %</td></tr>');
	expect(html).toContain('<li>15 × The phone is off (infobip)</li>');
	expect(outputs(execution, 'Send Report')).toEqual([]);
});

it('writes to the owner whose number is known', async () => {
	await workflow.fillIn({ owner: phones.android.number, shop: 'Demo Shop' });
	const execution = await workflow.run('Report Now');
	expect(outputs(execution, 'Sent')[0]).toHaveLength(1);
	const message = await phones.android.receives('The report', (entry) =>
		textOf(entry).startsWith('Demo Shop, RCS of the last 7 days'),
	);
	expect(textOf(message)).toBe(`Demo Shop, ${figures}`);
});
