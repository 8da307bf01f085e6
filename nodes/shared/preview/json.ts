import type { IDataObject } from 'n8n-workflow';
import { itemJson } from '../itemJson';
import type { Drawn } from './draw';
import { type Fit, smsOf } from './fit';

/** What an item says of its preview. No key `error`: n8n would run the node again. */
export function previewJson(
	{ message, problems, changes, ifDowngraded }: Fit,
	{ html, notes }: Drawn,
	missingVariables?: string[],
): IDataObject {
	const preview = itemJson({
		valid: problems.length === 0,
		problems,
		changes,
		ifDowngraded,
		sms: smsOf(message),
		missingVariables,
		notes: notes.length > 0 ? notes : undefined,
	});
	return itemJson({ preview, html });
}
