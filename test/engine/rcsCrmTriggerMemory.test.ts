import { crmAccount, phones } from './crmWorld';
import { useCrmTrigger } from './rcsCrmTriggerWorld';

const [phone = '', other = ''] = phones(2);

describe.each(['hubspot', 'salesforce'] as const)(
	'what RCS CRM Trigger remembers with %s',
	(crm) => {
		const { setUp, add, edit, happens, publish, fieldsOf, url } = useCrmTrigger(crm);

		beforeEach(async () => {
			await setUp();
			await add(phone, other);
		});

		it('doubles nothing after a restart, whenever it comes', async () => {
			const workflow = await publish();
			workflow.restart();
			await edit(phone, 'opted_out');
			expect((await workflow.poll()).consents).toHaveLength(1);
			workflow.restart();
			expect((await workflow.poll()).isNothing).toBe(true);
			workflow.restart();
			expect((await workflow.poll()).isNothing).toBe(true);
			await edit(phone, 'opted_in');
			workflow.restart();
			expect((await workflow.poll()).consents).toMatchObject([{ optedIn: true }]);
			workflow.restart();
			expect((await workflow.poll()).isNothing).toBe(true);
		});

		it('tells the same with the same id where n8n stopped before it kept anything', async () => {
			const workflow = await publish();
			await edit(phone, 'opted_out');
			const lost = (await workflow.poll()).consents;
			const again = await publish({ startFrom: 'everyone' });
			expect(again.first.consents).toEqual(lost);
		});

		it('remembers by itself what it told where it does not write back', async () => {
			const workflow = await publish({ writeBack: false });
			for (const status of ['opted_out', 'opted_in', 'opted_out']) {
				await edit(phone, status);
				expect((await workflow.poll()).consents).toHaveLength(1);
				await happens(phone, 'message.read');
				expect((await workflow.poll()).isNothing).toBe(true);
			}
			expect(await fieldsOf(phone)).not.toHaveProperty('RCS consent source');
		});

		it('starts anew with another account, and tells nothing twice with another start', async () => {
			const workflow = await publish();
			await edit(phone, 'opted_out');
			expect((await workflow.poll()).consents).toHaveLength(1);
			workflow.change({ startFrom: 'everyone' });
			expect((await workflow.poll()).isNothing).toBe(true);
			await edit(other, 'opted_in');
			const told = (await workflow.poll()).consents;
			expect(told).toMatchObject([{ phone: other }]);
			workflow.change({ authentication: 'oAuth2' }, crmAccount(crm, url(), 'oAuth2'));
			expect((await workflow.poll()).consents).toEqual(told);
		});

		it('keeps secrets and phones out of what n8n stores, and secrets out of items', async () => {
			const workflow = await publish();
			await edit(phone, 'opted_out');
			const { consents } = await workflow.poll();
			const items = JSON.stringify(consents);
			const kept = JSON.stringify(workflow.kept());
			const secrets = Object.values(crmAccount(crm, url()).data)
				.flatMap((fields) => [fields['token'], fields['privateKey'], fields['clientId']])
				.filter((value): value is string => typeof value === 'string');
			expect(secrets.length).toBeGreaterThan(0);
			for (const secret of secrets) expect(items + kept).not.toContain(secret);
			expect(kept).not.toContain(phone);
			expect(kept).toContain(consents[0]?.['id']);
		});
	},
);
