/** n8n's own nodes, set up for the best they can: records are known, and nothing is read after a write. */

export type OwnCrm = 'HubSpot' | 'Salesforce';

const hubspot = (parameters: object) => ({
	type: 'n8n-nodes-base.hubspot',
	typeVersion: 2.2,
	parameters: { authentication: 'appToken', ...parameters },
	credentials: { hubspotAppToken: { id: 'hubspotAppToken', name: 'hubspotAppToken' } },
});

const salesforce = (parameters: object) => ({
	type: 'n8n-nodes-base.salesforce',
	typeVersion: 1.1,
	parameters: { authentication: 'oAuth2', ...parameters },
	credentials: { salesforceOAuth2Api: { id: 'salesforceOAuth2Api', name: 'salesforceOAuth2Api' } },
});

const type = '={{ $json.type }}';
const at = '={{ $json.at }}';
const contact = '={{ $json.contact }}';

const custom = (fields: Record<string, string>) => ({
	customFieldsValues: Object.entries(fields).map(([fieldId, value]) => ({ fieldId, value })),
});

/** What an event needs: the fields of its contact, and a place in the history. */
export const ownNodes: Readonly<Record<OwnCrm, Record<string, object>>> = {
	HubSpot: {
		'contact upsert': hubspot({
			resource: 'contact',
			operation: 'upsert',
			email: '={{ $json.email }}',
			additionalFields: {
				customPropertiesUi: {
					customPropertiesValues: [
						{ property: 'rcs_last_event', value: type },
						{ property: 'rcs_last_event_at', value: at },
					],
				},
			},
			options: { resolveData: true },
		}),
		'engagement create': hubspot({
			resource: 'engagement',
			operation: 'create',
			type: 'task',
			dueDate: at,
			metadata: { subject: type, body: at },
			additionalFields: { associations: { contactIds: contact } },
		}),
	},
	Salesforce: {
		'contact update': salesforce({
			resource: 'contact',
			operation: 'update',
			contactId: contact,
			updateFields: {
				customFieldsUi: custom({ RCS_Last_Event__c: type, RCS_Last_Event_At__c: at }),
			},
		}),
		'custom object upsert': salesforce({
			resource: 'customObject',
			operation: 'upsert',
			customObject: 'RCS_Message__c',
			externalId: 'RCS_Key__c',
			externalIdValue: '={{ $json.key }}',
			customFieldsUi: custom({ RCS_State__c: type, RCS_Contact__c: contact }),
			additionalFields: {},
		}),
	},
};
