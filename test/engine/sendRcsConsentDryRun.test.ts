import { capped, checked, useCheckedSends } from './checkedSends';
import { people } from './sends';

const { sends, service, send } = useCheckedSends();
const [ann = { phone: '' }, bob = { phone: '' }] = people;

describe('a dry run', () => {
	it('explains what the gate would do beside the requests, and reserves nothing', async () => {
		service.tell(ann.phone, 'optedIn');
		service.tell(bob.phone, 'optedOut');
		const { sent, stopped } = await send(checked({}, { dryRun: true, ...capped(1) }), [ann, bob]);
		expect(stopped).toEqual([]);
		expect(sent.map(({ json }) => json)).toMatchObject([
			{
				status: 'dryRun',
				requests: [{ method: 'POST' }],
				gate: {
					outcome: 'send',
					checks: [
						{ rule: 'consent', result: 'passed' },
						{ rule: 'frequencyCap', result: 'passed' },
						{ rule: 'quietHours', result: 'off' },
					],
				},
			},
			{
				requests: [{ method: 'POST' }],
				gate: {
					...{ outcome: 'refused', rule: 'optedOut' },
					advice: expect.stringContaining('opts in again') as string,
					checks: [{ rule: 'consent', result: 'refused' }],
				},
			},
		]);
		expect(service.asked('/v1/gate')).toMatchObject([{ dryRun: true }]);
		expect([service.counted.size, sends.requests.length]).toEqual([0, 0]);
	});

	it('says so when nobody could tell, and does not fail', async () => {
		service.fault = () => ({ status: 500 });
		const { sent } = await send(checked({}, { dryRun: true }), [ann]);
		expect(sent[0]?.json).toMatchObject({
			status: 'dryRun',
			gate: {
				outcome: 'refused',
				rule: 'consentUnknown',
				why: expect.stringContaining('500') as string,
			},
		});
		expect(sent[0]?.json['gate']).not.toHaveProperty('cause');
	});
});
