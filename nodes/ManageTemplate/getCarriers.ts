import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { loadAccount } from '../shared/account';
import { chosenText } from '../shared/chosen';
import { nodeErrorOf } from '../shared/nodeErrors';
import { forSender } from '../shared/sender';

/** The carriers a template can be handed in at. */
export async function getCarriers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const account = await loadAccount(this);
	const sender = chosenText(this.getNodeParameter('sender', ''));
	const call = { ...forSender(account, sender), now: new Date() };
	try {
		const carriers = (await account.provider.templates?.carriers?.(call)) ?? [];
		return carriers
			.toSorted((a, b) => a.localeCompare(b))
			.map((carrier) => ({ name: carrier, value: carrier }));
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}
