import type { IDataObject } from 'n8n-workflow';
import type { JsonObject } from '../../../core/json';
import { errorFrom } from '../../shared/errorFrom';
import { itemJson } from '../../shared/itemJson';

/** What an item says whose question did not arrive: an event tells it, and perhaps why. */
export function notDelivered({ error }: JsonObject): IDataObject {
	const failure = errorFrom(error);
	return itemJson({
		replied: false,
		reason: 'notDelivered',
		...(failure === undefined ? {} : { failure }),
	});
}
