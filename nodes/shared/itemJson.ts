import type { IDataObject } from 'n8n-workflow';

/** Plain JSON without undefined members, as n8n stores it. */
export function itemJson(value: object): IDataObject {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
