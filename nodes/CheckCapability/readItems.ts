import type { IExecuteFunctions } from 'n8n-workflow';
import type { CapabilityResult } from '../../core/capability';
import { asNumber, asObject, asString } from '../../core/json';
import { toE164 } from '../../core/message/phone';
import { chosenText } from '../shared/chosen';
import type { ReadParameter } from '../shared/readOnce';

/** What is to be found out for one item, or why there is nothing to ask. */
export type Question = { includeInput: boolean } & (
	| {
			ask: true;
			number: string;
			agent: string | undefined;
			cacheMs: number;
			/** Where the answer goes; absent: it is waited for. */
			webhookUrl?: string;
	  }
	| { ask: false; result: CapabilityResult }
);

/** The number of every item, read as people write numbers. */
export function readItems(
	context: IExecuteFunctions,
	read: ReadParameter,
	defaultAgent: string | undefined,
	now: Date,
): Question[] {
	return context.getInputData().map((_, i): Question => {
		const question = () => readItem(read, i, defaultAgent, now);
		return context.continueOnFail() ? orUnknown(question, now) : question();
	});
}

function readItem(
	read: ReadParameter,
	itemIndex: number,
	defaultAgent: string | undefined,
	now: Date,
): Question {
	const options = asObject(read('options', itemIndex, {}));
	const includeInput = options['includeInput'] !== false;
	const written = asString(read('phoneNumber', itemIndex, ''))?.trim() ?? '';
	const number = toE164(written, asString(options['defaultCountry'])?.trim());
	if (number === undefined) {
		const reason = written
			? "The number is not a valid phone number. Write it with + and its country code, or set the option 'Default Country'."
			: 'The number is empty';
		const checkedAt = now.toISOString();
		return {
			includeInput,
			ask: false,
			// Not 'no': what leaves by Not RCS may be sent an SMS, and this can be sent nothing.
			result: { to: written, reachable: 'unknown', retryable: false, reason, checkedAt },
		};
	}
	return {
		includeInput,
		ask: true,
		number,
		agent: chosenText(options['sender']) ?? defaultAgent,
		cacheMs: (asNumber(options['cacheMinutes']) ?? 0) * 60_000,
		...(read('answer', itemIndex, 'now') === 'webhook'
			? { webhookUrl: asString(read('webhookUrl', itemIndex, ''))?.trim() ?? '' }
			: {}),
	};
}

/** An expression may fail for one item and not for others. */
function orUnknown(question: () => Question, now: Date): Question {
	try {
		return question();
	} catch (error) {
		const reason = asString(asObject(error)['message']) ?? 'The parameters could not be read';
		const checkedAt = now.toISOString();
		const result = { to: '', reachable: 'unknown', reason, checkedAt } as const;
		return { includeInput: true, ask: false, result };
	}
}
