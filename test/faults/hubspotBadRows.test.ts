import { objects } from '../sandbox/world';
import { type Bad, expectOnlyBadToFail } from './support/badRows';
import { phoneOf } from './support/people';
import { useHubspot } from './support/hubspotWorld';

/** Rows that HubSpot refuses, of every kind, all in one write-back: nobody else suffers from them. */

const world = useHubspot({ history: false });

/** The id of somebody's contact. */
async function idOf(i: number): Promise<string> {
	const { body } = await world.call('GET', '/sandbox/crm/hubspot/records');
	const found = objects(body['records']).find(
		({ properties }) => objects([properties])[0]?.['lastname'] === `${i}`,
	);
	return String(found?.['id']);
}

function everyKind(gone: string): Record<number, Bad> {
	return {
		10: {
			values: { lastCampaign: 'longer than the admin wants' },
			told: {
				status: 'dead',
				code: 'PROPERTY_VALIDATION_RULE_VIOLATION',
				reason: expect.stringMatching(/^rcs_last_campaign: /),
				field: 'rcs_last_campaign',
			},
		},
		111: {
			values: { lastCampaign: 'longer than the admin wants, too' },
			told: { status: 'dead', code: 'PROPERTY_VALIDATION_RULE_VIOLATION' },
		},
		212: {
			values: { lastEvent: 'message_unheard_of' },
			told: {
				status: 'dead',
				code: 'INVALID_OPTION',
				reason: expect.stringMatching(/^rcs_last_event: .*was not one of the allowed options/),
				field: 'rcs_last_event',
			},
		},
		500: {
			meanwhile: () => world.admin('DELETE', `/contacts/${gone}`),
			status: 'unmatched',
			told: { status: 'unmatched', reason: expect.stringMatching(/./) },
		},
		714: {
			meanwhile: () =>
				world.admin('POST', '/contacts', { contacts: [{ rcs_phone_e164: phoneOf(714) }] }),
			told: {
				status: 'dead',
				code: 'CONFLICT',
				reason: expect.stringMatching(/already has that value/),
			},
		},
	};
}

/** Whether HubSpot tells of a missing contact beside the others, or refuses all of them, is not documented. */
test.each(['errors', 'notFound'])('missing contacts are told by %s', async (missing) => {
	await world.prepare();
	await world.admin('PATCH', '/settings', { missing });
	await world.admin('PUT', '/rules/rcs_last_campaign', {
		ruleType: 'MAX_LENGTH',
		ruleArguments: ['20'],
	});
	await expectOnlyBadToFail(world, everyKind(await idOf(500)));
});
