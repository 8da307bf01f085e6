import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { EventChannel } from '../../../core/event/types';
import { asArray, asBoolean, asObject, asString, defined } from '../../../core/json';
import { itemJson } from '../../shared/itemJson';
import type { Choice } from './question';

/** What n8n keeps with the execution while it waits, to read the answer by. */
export interface KeptWait {
	wait: string;
	choices: Choice[];
	takesText: boolean;
	/** Over which channel it goes out at last, where it falls back. */
	lastChannel: EventChannel;
	/** The item that was sent; the reply is added to it. */
	item: IDataObject;
	/** Where in the item the result stands, beside fields of the input. */
	resultIn?: string;
}

const KEY = 'rcsWait';

const channels: readonly EventChannel[] = ['mms', 'rcs', 'sms', 'whatsapp'];

/** Keeps it in the execution: a node that asks again forgets what it asked before. */
export function keepWait(context: IExecuteFunctions, wait: KeptWait): void {
	const { choices, ...rest } = wait;
	const plain = choices.map((choice) => itemJson(choice));
	context.getContext('node')[KEY] = { ...rest, choices: plain };
}

/** What the execution waits for. The only way of n8n from a webhook to it is an expression. */
export function readWait(context: IWebhookFunctions): KeptWait | undefined {
	const node = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	const kept = asObject(context.evaluateExpression(`{{ $node[${node}].context["${KEY}"] }}`));
	const wait = asString(kept['wait']);
	if (wait === undefined) return undefined;
	return {
		wait,
		choices: asArray(kept['choices']).map((entry) => {
			const { label, value, approved } = asObject(entry);
			return {
				label: String(label),
				value: String(value),
				...defined({ approved: asBoolean(approved) }),
			};
		}),
		takesText: kept['takesText'] === true,
		lastChannel: channels.find((known) => known === kept['lastChannel']) ?? 'rcs',
		item: itemJson(asObject(kept['item'])),
		...defined({ resultIn: asString(kept['resultIn']) }),
	};
}

/** The item of a wait with more about its end. */
export function withMore({ item, resultIn }: KeptWait, more: IDataObject): INodeExecutionData {
	const json =
		resultIn === undefined
			? { ...item, ...more }
			: { ...item, [resultIn]: itemJson({ ...asObject(item[resultIn]), ...more }) };
	return { json, pairedItem: { item: 0 } };
}
