import { asArray } from '../../core/json';
import { useCrmSync } from './crmWorld';

const says = (words: RegExp) => expect.stringMatching(words) as string;

describe.each(['hubspot', 'salesforce'] as const)('setting up fields of %s', (crm) => {
	const { sync, setUp } = useCrmSync(crm);
	const look = (parameters = {}) => sync({ operation: 'setUpFields', ...parameters });

	it('only looks unless told otherwise, once for any number of items', async () => {
		const { done } = await sync({ operation: 'setUpFields' }, [{}, {}, {}]);
		expect(done).toMatchObject([
			{ json: { status: 'missing', dryRun: true }, pairedItem: { item: 0 } },
		]);
		const missing = asArray(done[0]?.json['added']);
		expect(missing.length).toBeGreaterThan(1);
		const added = await setUp();
		expect(added.done[0]?.json).toMatchObject({ status: 'added', added: missing, failed: [] });
		const ready = await look();
		expect(ready.done[0]?.json).toMatchObject({ status: 'ready', added: [] });
		expect(asArray(ready.done[0]?.json['present']).length).toBeGreaterThan(20);
	});

	it('makes no room for history that is not wanted', async () => {
		const texts = async (options: object) =>
			JSON.stringify((await look({ options })).done[0]?.json['added']);
		const kept = crm === 'hubspot' ? { historyAs: 'customEvents' } : {};
		const words = crm === 'hubspot' ? /custom event/i : /RCS_Message__c/;
		expect(await texts(kept)).toMatch(words);
		expect(await texts({ ...kept, history: false })).not.toMatch(words);
	});
});

describe('setting up fields with something in the way', () => {
	const { sync, call } = useCrmSync('hubspot');

	it('leaves by Failed with the conflict and what to do, and adds the rest', async () => {
		const key = { authorization: 'Bearer sandbox-hubspot-key' };
		const path = '/hubspot/crm/properties/2026-09/contacts';
		const group = { name: 'rcs_messaging', label: 'RCS messaging' };
		await call('POST', `${path}/groups`, group, key);
		const property = {
			...{ name: 'rcs_reachable', label: 'Reachable', groupName: 'rcs_messaging' },
			...{ type: 'string', fieldType: 'text' },
		};
		await call('POST', path, property, key);
		const { done, failed } = await sync({ operation: 'setUpFields', dryRun: false });
		expect(done).toEqual([]);
		expect(failed[0]?.json).toMatchObject({
			status: 'incomplete',
			conflicts: [{ name: 'rcs_reachable', advice: says(/./), problem: says(/./) }],
		});
		expect(asArray(failed[0]?.json['added']).length).toBeGreaterThan(0);
	});
});
