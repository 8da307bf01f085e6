import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject } from '../../../core/json';
import { isForAgent } from './noReply';

/** How JavaScript prints an object into a text. */
const PRINTED = '[object Object]';

/**
 * The question with what the agent wants to do, for people to read: n8n's own words for a review have an expression
 * for the parameters of the tool, of which only `[object Object]` would be left.
 */
export function withToolParameters(context: IExecuteFunctions, message: string): string {
	if (!isForAgent(context)) return message;
	const { toolParameters } = asObject(context.getInputData()[0]?.json);
	return message.replaceAll(PRINTED, () => inLines(asObject(toolParameters)));
}

function inLines(parameters: Readonly<Record<string, unknown>>): string {
	return Object.entries(parameters)
		.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
		.join('\n');
}
