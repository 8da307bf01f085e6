import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../shared/providerForm';
import { can, forOperation } from './operation.properties';
import type { OperationName } from './operations';

/** The operations that are about one template there is. */
const aboutOne: readonly OperationName[] = [
	...(['delete', 'get', 'getStatus'] as const),
	...(['preview', 'submit', 'update'] as const),
];

/** Which template an operation is about: from a list where there is one, by ID where it has one, else by name. */
export const templateProperties: INodeProperties[] = [
	...locator({ listed: true, ids: false }),
	...locator({ listed: true, ids: true }),
	...locator({ listed: false, ids: false }),
	...locator({ listed: false, ids: true }),
];

interface Ways {
	listed: boolean;
	ids: boolean;
}

/** A locator for the providers whose templates can be found in exactly these ways. */
function locator(ways: Ways): INodeProperties[] {
	return forProviders(locatorProperty(ways), 'provider', (provider) => {
		const { ids = false } = provider.profile.templates ?? {};
		const concerned = aboutOne.some((value) => can(value)(provider));
		return concerned && can('getAll')(provider) === ways.listed && ids === ways.ids;
	});
}

function locatorProperty({ listed, ids }: Ways): INodeProperties {
	const written = ids ? 'id' : 'name';
	return {
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		default: { mode: listed ? 'list' : written, value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list' as const,
				typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
			},
			{
				displayName: ids ? 'By ID' : 'By Name',
				name: written,
				type: 'string' as const,
				placeholder: ids ? 'e.g. 42' : 'e.g. order_shipped',
			},
		].filter(({ name }) => listed || name !== 'list'),
		displayOptions: forOperation(...aboutOne),
	};
}
