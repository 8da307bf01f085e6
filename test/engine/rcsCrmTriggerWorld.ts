import { PollContext } from 'n8n-core';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	IPollFunctions,
} from 'n8n-workflow';
import type { CrmId } from '../../connectors';
import { asArray, asObject, asString } from '../../core/json';
import { RcsCrmTrigger } from '../../nodes/RcsCrmTrigger/RcsCrmTrigger.node';
import type { TestCredentials } from './credentials';
import { crmAccount, rcsEvent, useCrmSync } from './crmWorld';
import { build, stored } from './workflow';

interface Polled {
	consents: IDataObject[];
	problems: IDataObject[];
	/** What n8n would show as "no data". */
	isNothing: boolean;
}

/** A published workflow with the trigger, as n8n polls it. */
export interface Published {
	poll(): Promise<Polled>;
	/** n8n stops and starts again: what it kept is from the last poll that told something. */
	restart(): void;
	/** What n8n keeps in its database. */
	kept(): IDataObject;
	/** The user changes the node and publishes again. */
	change(parameters: IDataObject, credentials?: TestCredentials): void;
}

/** RCS CRM Trigger with a CRM of the sandbox. */
export function useCrmTrigger(crm: CrmId) {
	const { call, url, setUp, sync, admin, add, people, calls } = useCrmSync(crm);
	const nodeType = new RcsCrmTrigger();

	async function run(
		parameters: IDataObject,
		credentials: TestCredentials,
		staticData: IDataObject,
		mode: 'trigger' | 'manual',
	) {
		const all = { crm, ...parameters } as INodeParameters;
		const { workflow, node, additional } = build({
			...{ nodeType, credentials, parameters: all, staticData },
		});
		const context = new PollContext(workflow, node, additional, mode, 'update');
		const output = await nodeType.poll.call(context as unknown as IPollFunctions);
		return { output, staticData: stored(workflow) };
	}

	/** The first poll is that of publishing, after which n8n keeps everything. */
	async function publish(parameters: IDataObject = {}): Promise<Published & { first: Polled }> {
		let current = { parameters, credentials: crmAccount(crm, url()) };
		let inMemory: IDataObject = {};
		let inDatabase: IDataObject = {};
		async function poll(): Promise<Polled> {
			const { output, staticData } = await run(
				...[current.parameters, current.credentials, inMemory, 'trigger' as const],
			);
			inMemory = staticData;
			if (output) inDatabase = staticData;
			return polled(output);
		}
		const first = await poll();
		inDatabase = inMemory;
		return {
			first,
			poll,
			restart: () => void (inMemory = inDatabase),
			kept: () => inDatabase,
			change(changed, credentials = current.credentials) {
				current = { parameters: { ...current.parameters, ...changed }, credentials };
			},
		};
	}

	return {
		call,
		calls,
		url,
		add,
		admin,
		people,
		publish,
		async setUp() {
			await setUp();
			// Tests poll more often than a person would.
			if (crm === 'hubspot') await admin('PATCH', '/settings', { searchesPerSecond: 1000 });
		},
		/** "Fetch Test Event"; also what it left in the static data. */
		async byHand(parameters: IDataObject = {}) {
			const { output, staticData } = await run(parameters, crmAccount(crm, url()), {}, 'manual');
			return { ...polled(output), staticData };
		},
		/** Somebody sets the status on the page of the CRM. */
		async edit(phone: string, value: string): Promise<void> {
			const { body } = await call('GET', `/sandbox/crm/${crm}/contacts`);
			const { object, id } =
				asArray(body['contacts'])
					.map(asObject)
					.find((one) => one['phone'] === phone) ?? {};
			const path = `/sandbox/crm/${crm}/contacts/${asString(object)}/${asString(id)}/consent`;
			const { status } = await call('PUT', path, { value });
			expect(status).toBe(200);
		},
		/** What the person did on the phone, written to the record. */
		async happens(user: string, type: string, occurredAt = new Date().toISOString()) {
			const event = rcsEvent(user, { type, occurredAt });
			const { done } = await sync({ operation: 'writeEngagement' }, [event]);
			expect(done).toHaveLength(1);
		},
		async fieldsOf(phone: string) {
			return (await people()).find((one) => one.phone === phone)?.fields ?? {};
		},
		fault: (fault: object) => call('POST', '/sandbox/faults', { provider: crm, ...fault }),
	};
}

function polled(output: INodeExecutionData[][] | null): Polled {
	const [consents = [], problems = []] = (output ?? []).map((items) =>
		items.map(({ json }) => json),
	);
	return { consents, problems, isNothing: output === null };
}
