import { object, objects } from '../sandbox/world';
import { type Bad, expectOnlyBadToFail } from './support/badRows';
import { asTyped, phoneOf } from './support/people';
import { useSalesforce } from './support/salesforceWorld';

/** Rows that Salesforce refuses, of every kind, all in one write-back: nobody else suffers from them. */

const world = useSalesforce();

/** The id of somebody's contact. */
async function idOf(i: number): Promise<string> {
	const { body } = await world.call('GET', '/sandbox/crm/salesforce/records');
	const contacts = objects(object(body['objects'])['Contact']);
	return String(contacts.find(({ LastName }) => LastName === `Customer ${i}`)?.['Id']);
}

function everyKind(ids: Readonly<Record<number, string>>): Record<number, Bad> {
	return {
		10: {
			values: { lastCampaign: 'forbidden' },
			told: {
				status: 'dead',
				code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
				reason: 'Not for "contacts", says the admin',
				field: 'RCS_Last_Campaign__c',
			},
		},
		111: {
			messageId: 'x'.repeat(250),
			told: {
				status: 'dead',
				code: 'STRING_TOO_LONG',
				reason: expect.stringMatching(/too (large|long)/i),
				field: 'RCS_Key__c',
			},
		},
		212: {
			values: { lastEvent: 'message_unheard_of' },
			told: {
				status: 'dead',
				code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
				reason: expect.stringMatching(/bad value for restricted picklist field/),
				field: 'RCS_Last_Event__c',
			},
		},
		313: {
			values: { lastCampaign: 'twice' },
			told: { status: 'dead', code: 'DUPLICATES_DETECTED', reason: 'Use one of these records?' },
		},
		500: {
			meanwhile: () => world.admin('DELETE', `/records/${ids[500]}`),
			status: 'unmatched',
			told: { status: 'unmatched', reason: 'entity is deleted' },
		},
		601: {
			meanwhile: () => world.admin('PUT', `/locks/${ids[601]}`),
			told: {
				status: 'dead',
				code: 'UNABLE_TO_LOCK_ROW',
				reason: expect.stringMatching(/^unable to obtain exclusive access .*; tried 4 times$/),
			},
		},
		714: {
			meanwhile: () =>
				world.admin('POST', '/records', {
					object: 'Contact',
					fields: {
						LastName: 'Faster',
						Phone: asTyped(phoneOf(714)),
						RCS_Phone_E164__c: phoneOf(714),
					},
				}),
			told: {
				status: 'dead',
				code: 'DUPLICATE_VALUE',
				reason: expect.stringMatching(/^duplicate value found: RCS_Phone_E164__c/),
			},
		},
	};
}

test.each(['composite', 'bulk'])('%s', async (mode) => {
	await world.prepare({ options: { mode } });
	const rule = { object: 'Contact', field: 'RCS_Last_Campaign__c' };
	await world.admin('POST', '/validation-rules', {
		...{ ...rule, when: { RCS_Last_Campaign__c: 'forbidden' } },
		message: 'Not for "contacts", says the admin',
	});
	await world.admin('POST', '/validation-rules', {
		...{ object: 'Contact', when: { RCS_Last_Campaign__c: 'twice' }, duplicates: true },
		message: 'Use one of these records?',
	});
	await expectOnlyBadToFail(world, everyKind({ 500: await idOf(500), 601: await idOf(601) }));
});
