import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { type EventType, eventTypes } from '../../core/event/types';
import { asArray, asNumber, asObject, asString, type JsonObject } from '../../core/json';
import { chosenText } from '../shared/chosen';
import { MEGABYTE } from '../shared/n8nDownload';

export const DEFAULT_MEGABYTES = 16;

/** True for a second answer as well as for one after the time limit. */
export const LATE_ANSWER = 'Thank you! This question is already closed, so nothing changes.';

/** The trigger's parameters. */
export interface TriggerOptions {
	events: readonly EventType[];
	/** Of these, only possible opt-outs start the workflow. */
	onlyPossibleOptOuts: readonly EventType[];
	agent?: string;
	channel?: string;
	postbackPrefix?: string;
	dropDuplicates: boolean;
	includeRaw: boolean;
	register: boolean;
	verify: boolean;
	/** Absent: the connector service is not told. */
	handOn?: { ifServiceDown: 'sendAgain' | 'start' };
	/** Absent: replies to nodes that wait for one are events as all others. */
	resume?: { lateAnswer: string };
	/** Absent: files that people send are not downloaded. */
	download?: DownloadOptions;
}

export interface DownloadOptions {
	/** The binary field the file is put in. */
	field: string;
	mostBytes: number;
}

/** Reads them; what is not set has its default. */
export function readOptions(context: IHookFunctions | IWebhookFunctions): TriggerOptions {
	const chosen = asArray(context.getNodeParameter('events', []));
	const options = asObject(context.getNodeParameter('options', {}));
	const agent = chosenText(options['agent']);
	const channel = asString(options['channel']);
	const postbackPrefix = asString(options['postbackPrefix']);
	return {
		...eventsOf(chosen),
		...(agent ? { agent } : {}),
		...(channel && channel !== 'any' ? { channel } : {}),
		...(postbackPrefix ? { postbackPrefix } : {}),
		dropDuplicates: options['dropDuplicates'] !== false,
		includeRaw: options['output'] === 'raw',
		register: options['register'] !== false,
		verify: options['verify'] !== false,
		...handOnOf(context),
		...(options['resumeWaiting'] === false
			? {}
			: { resume: { lateAnswer: lateAnswerOf(options) } }),
		...(options['downloadMedia'] === true ? { download: downloadOptions(options) } : {}),
	};
}

/** The choice among the events that stands for texts which may be opt-outs. */
export const POSSIBLE_OPT_OUT = 'possibleOptOut';

const texts: readonly EventType[] = ['message.received', 'message.replied'];

function eventsOf(
	chosen: readonly unknown[],
): Pick<TriggerOptions, 'events' | 'onlyPossibleOptOuts'> {
	const onlyPossibleOptOuts = chosen.includes(POSSIBLE_OPT_OUT)
		? texts.filter((type) => !chosen.includes(type))
		: [];
	const events = eventTypes.filter(
		(type) => chosen.includes(type) || onlyPossibleOptOuts.includes(type),
	);
	return { events, onlyPossibleOptOuts };
}

/** An empty one is meant: nobody is answered then. */
function lateAnswerOf({ lateAnswer = LATE_ANSWER }: JsonObject): string {
	return typeof lateAnswer === 'string' ? lateAnswer.trim() : '';
}

function handOnOf(context: IHookFunctions | IWebhookFunctions): Pick<TriggerOptions, 'handOn'> {
	if (context.getNodeParameter('handOn', false) !== true) return {};
	const start = context.getNodeParameter('ifServiceDown', 'sendAgain') === 'start';
	return { handOn: { ifServiceDown: start ? 'start' : 'sendAgain' } };
}

function downloadOptions(options: JsonObject): DownloadOptions {
	const field = asString(options['binaryPropertyName'])?.trim();
	const megabytes = asNumber(options['maxFileSize']) ?? 0;
	return {
		field: field ? field : 'data',
		mostBytes: (megabytes > 0 ? megabytes : DEFAULT_MEGABYTES) * MEGABYTE,
	};
}
