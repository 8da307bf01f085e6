import { demoCredentials } from '../../../scripts/world/credentials';
import { type N8nCli, nodeRun } from '../n8nCli';
import { workflow } from '../workflow';
import { CONTACTS, EVENTS, eventsOf } from './events';
import type { Way } from './ways';

const credentials = { hubspot: 'rcsHubspotApi', salesforce: 'rcsSalesforceJwtApi' } as const;

/** The node RCS CRM Sync in a real n8n, with an item an event. */
export class SyncNode {
	constructor(private readonly n8n: N8nCli) {}

	/** @throws Error unless every event was written. */
	async write({ crm, how, nodeOptions }: Way, crmUrl: string): Promise<number> {
		const type = credentials[crm];
		const account = demoCredentials(crmUrl).find((one) => one.type === type);
		await this.n8n.importJson('credentials', { ...account, id: type });
		const node = {
			type: 'n8n-nodes-rcs.rcsCrmSync',
			typeVersion: 1,
			parameters: {
				crm,
				operation: 'writeEngagement',
				options: { ...nodeOptions, includeInput: false },
			},
			credentials: { [type]: { id: type, name: account?.name } },
		};
		const id = `benchSync${crm}${how}`.replaceAll(' ', '');
		await this.n8n.importJson('workflow', workflow(id, itemsCode, { Sync: node }));
		const { output } = await this.n8n.execute(id);
		const { milliseconds, items } = nodeRun(output, 'Sync');
		if (items !== EVENTS) throw new Error(`${items} events were written`);
		return milliseconds / 1000;
	}
}

/** What the events have in common is made in the code, which is shorter than ten thousand of them. */
const itemsCode = `
	const first = ${JSON.stringify(eventsOf(1, Date.now()))};
	return first.flatMap((event) =>
		Array.from({ length: ${CONTACTS} }, (_, i) => ({
			json: {
				...event,
				eventId: event.eventId.replace(/0$/, i),
				messageId: event.messageId.replace(/0$/, i),
				user: '+4477009' + String(i).padStart(5, '0'),
			},
		})),
	);`;
