import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { asNumber, asObject, type JsonObject } from '../../../core/json';

/** At most `max` messages to one person in any period of so many hours. */
export interface Cap {
	max: number;
	hours: number;
}

/** The cap of the node's options. One that makes no sense stops the node: without it, too much would be sent. */
export function capOf(context: IExecuteFunctions, options: JsonObject): Cap | undefined {
	if (options['frequencyCap'] === undefined) return undefined;
	const cap = asObject(asObject(options['frequencyCap'])['cap']);
	const [max, hours] = [asNumber(cap['max']), asNumber(cap['hours'])];
	if (max !== undefined && hours !== undefined && Number.isInteger(max) && max >= 1 && hours > 0)
		return { max, hours };
	const message =
		"The option 'Frequency Cap' needs a whole number of messages and a number of hours";
	throw new NodeOperationError(context.getNode(), message, {
		description:
			'Fill in both, such as 2 messages per 24 hours, or remove the option. Nothing was sent.',
	});
}
