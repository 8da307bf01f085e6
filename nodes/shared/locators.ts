import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodeProperties,
} from 'n8n-workflow';
import type { Call, Provider } from '../../core/provider';
import { forSender, senderInForm } from './sender';
import { loadAccount } from './account';
import { nodeErrorOf } from './nodeErrors';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** A field in which one thing is chosen from a list of the provider, or named. */
export interface Locator {
	field: INodeProperties;
	searchName: string;
	search: Search;
}

/** Makes the field and its search. `method`: what of the provider lists the things. */
export function locator<Thing>(about: {
	name: string;
	displayName: string;
	/** The other way to choose it: a word such as `ID`, and an example. */
	by: string;
	placeholder: string;
	method: (provider: Provider) => ((call: Call) => Promise<Thing[]>) | undefined;
	choice: (thing: Thing) => INodeListSearchItems;
}): Locator {
	const { name, displayName, by, placeholder, method, choice } = about;
	const searchName = `search${name.charAt(0).toUpperCase()}${name.slice(1)}s`;
	const field: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: searchName, searchable: true },
			},
			{ displayName: `By ${by}`, name: by.toLowerCase(), type: 'string', placeholder },
		],
	};
	return { field, searchName, search: searchFor(method, choice) };
}

function searchFor<Thing>(
	method: (provider: Provider) => ((call: Call) => Promise<Thing[]>) | undefined,
	choice: (thing: Thing) => INodeListSearchItems,
): Search {
	return async function (filter = '') {
		const account = await loadAccount(this);
		const call = { ...forSender(account, senderInForm(this)), now: new Date() };
		try {
			const things = (await method(account.provider)?.(call)) ?? [];
			const wanted = filter.toLowerCase();
			const results = things.map(choice).filter((one) => one.name.toLowerCase().includes(wanted));
			return { results };
		} catch (error) {
			throw nodeErrorOf(this.getNode(), error);
		}
	};
}
