import type { HttpRequest } from '../../core/http';
import { writeBack } from '../../connectors/writeBack';
import { PROPERTIES } from '../sandbox/hubspotWorld';
import { account, useHubspotAccount } from './hubspotAccount';
import { event, phoneOf } from './hubspotFixtures';

/** A hundred contacts of one request, of which HubSpot refuses the 71st in every way it has. */

const { api, backstage, contacts, records, asked, runOf, setUp, contact } = useHubspotAccount();
const BAD = 70;
const phones = Array.from({ length: 100 }, (_, i) => phoneOf(6_000_000 + i));
const settings = account({ history: false });
let ids: string[] = [];

beforeEach(async () => {
	await setUp(settings);
	ids = await contacts(...phones.map((own) => ({ rcs_phone_e164: own })));
	asked.length = 0;
});

const events = phones.map((user, i) =>
	event({
		eventId: user,
		user,
		type: i === BAD ? 'message.sent' : 'message.read',
		...(i === BAD ? { campaignId: 'autumn sale' } : {}),
	}),
);

/** Writes, after something happened in HubSpot between looking up and writing. */
async function write(meanwhile: () => Promise<unknown>) {
	const run = runOf(settings);
	let happened = false;
	const http = async (request: HttpRequest) => {
		if (!happened && request.url.endsWith('/batch/update')) {
			happened = true;
			await meanwhile();
		}
		return run.http(request);
	};
	const outcomes = await writeBack({ ...run, http }, events);
	const [bad, ...others] = outcomes.filter(({ status }) => status !== 'written');
	expect(others).toEqual([]);
	const updates = asked.filter((one) => one.endsWith('/contacts/batch/update')).length;
	return { bad, updates };
}

/** The others were written, each of them. */
afterEach(async () => {
	const all = await records();
	const read = all.filter(({ properties }) => JSON.stringify(properties).includes('message_read'));
	expect(read).toHaveLength(99);
});

test.each([
	['REGEX', '^spring', 'must match ^spring.'],
	['MAX_LENGTH', '10', 'must have at most 10 characters.'],
])('a value that breaks a rule of an admin: %s', async (ruleType, argument, words) => {
	const rule = { ruleType, ruleArguments: [argument] };
	const { bad, updates } = await write(() => backstage('PUT', '/rules/rcs_last_campaign', rule));
	expect(bad).toMatchObject({
		phone: phones[BAD],
		status: 'failed',
		failures: [
			{
				status: 'dead',
				code: 'PROPERTY_VALIDATION_RULE_VIOLATION',
				field: 'rcs_last_campaign',
				reason: `rcs_last_campaign: The value of "rcs_last_campaign" ${words}`,
			},
		],
	});
	expect(updates).toBe(3);
});

test('a value that breaks a rule, of a property that all of them have', async () => {
	const rule = { ruleType: 'REGEX', ruleArguments: ['read$'] };
	const { bad, updates } = await write(() => backstage('PUT', '/rules/rcs_last_event', rule));
	expect(bad).toMatchObject({ failures: [{ field: 'rcs_last_event' }] });
	// HubSpot does not say which: halves tell.
	expect(updates).toBe(15);
});

test('an option that an admin took away', async () => {
	const options = [{ label: 'Read', value: 'message_read', displayOrder: 0 }];
	const { bad, updates } = await write(() =>
		api('PATCH', `${PROPERTIES}/rcs_last_event`, { options }),
	);
	expect(bad).toMatchObject({
		failures: [
			{
				status: 'dead',
				code: 'INVALID_OPTION',
				field: 'rcs_last_event',
				reason: expect.stringMatching(/message_sent was not one of the allowed options/),
			},
		],
	});
	expect(updates).toBe(3);
});

test('a phone that another contact was given', async () => {
	const taken = await contacts({ firstname: 'Ann' });
	await backstage('PATCH', `/contacts/${ids[BAD]}`, {
		properties: { rcs_phone_e164: '', phone: phones[BAD] },
	});
	const { bad, updates } = await write(() =>
		backstage('PATCH', `/contacts/${taken[0]}`, { properties: { rcs_phone_e164: phones[BAD] } }),
	);
	expect(bad).toMatchObject({
		failures: [
			{
				status: 'dead',
				code: 'CONFLICT',
				field: 'rcs_phone_e164',
				reason: expect.stringContaining('already has that value'),
			},
		],
	});
	expect(
		JSON.stringify(bad?.failures.map((failure) => 'reason' in failure && failure.reason)),
	).not.toContain(phones[BAD]);
	expect(updates).toBe(3);
});

test.each(['errors', 'notFound'])('a contact that was deleted (%s)', async (missing) => {
	await backstage('PATCH', '/settings', { missing });
	const { bad, updates } = await write(() => backstage('DELETE', `/contacts/${ids[BAD]}`));
	expect(bad).toMatchObject({ status: 'unmatched', failures: [{ status: 'unmatched' }] });
	expect(updates).toBe(missing === 'errors' ? 1 : 2);
});

test('a contact that was merged into another one', async () => {
	const winner = await contacts({ firstname: 'Ann' });
	const { bad } = await write(() =>
		backstage('POST', `/contacts/${ids[BAD]}/merge`, { into: winner[0] }),
	);
	expect(bad).toMatchObject({ status: 'unmatched' });
	expect(await contact(winner[0] ?? '')).toMatchObject({ rcs_phone_e164: phones[BAD] });
});
