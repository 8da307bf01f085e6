import type { Change, Problem } from '../../../core/message/problem';
import { type SmsSize, smsSize } from '../../../core/message/sms';
import type { ReadyMessage } from '../../../core/message/types';
import type { Provider } from '../../../core/provider';
import { type IfNotSupported, prepare } from '../../../core/send';
import type { Mark } from '../../../handset/marks';
import type { FieldNames } from '../fieldName';
import { inPanelWords } from '../panelWords';

/** What would become of a message at its provider. */
export interface Fit {
	/** As it would arrive; where it is not valid, as it was written. */
	message: ReadyMessage;
	problems: Problem[];
	changes: Change[];
	/** Of a message that is not valid: what 'If Not Supported: Downgrade' would make of it. */
	ifDowngraded?: { valid: boolean; changes: Change[] };
}

/** Prepares a message as sending does. */
export function fit(
	provider: Provider,
	message: ReadyMessage,
	now: Date,
	ifNotSupported: IfNotSupported,
): Fit {
	const prepared = prepare(provider, message, now, ifNotSupported);
	const { message: fitted, changes } = prepared;
	if (prepared.ok) return { message: fitted, problems: [], changes };
	const { problems } = prepared;
	if (ifNotSupported === 'downgrade') return { message: fitted, problems, changes };
	const { ok: valid, changes: more } = prepare(provider, message, now, 'downgrade');
	return { message: fitted, problems, changes, ifDowngraded: { valid, changes: more } };
}

/** The same, with what people read in the words of the panel. */
export function fitInWords(fit: Fit, fields: FieldNames): Fit {
	const { problems, changes, ifDowngraded } = fit;
	return {
		...fit,
		problems: inPanelWords(fields, problems),
		changes: inPanelWords(fields, changes),
		...(ifDowngraded && {
			ifDowngraded: { ...ifDowngraded, changes: inPanelWords(fields, ifDowngraded.changes) },
		}),
	};
}

/** The fallback by SMS, and how it is billed. */
export function smsOf({ fallback = [] }: Pick<ReadyMessage, 'fallback'>): SmsSize | undefined {
	const sms = fallback.find((step) => step.channel === 'sms');
	return sms && smsSize(sms.text);
}

/** What is said in the picture, at the part it is about. */
export const marksOf = (problems: readonly Problem[], changes: readonly Change[]): Mark[] => [
	...problems.map(({ path, at = path, message }): Mark => ({
		...{ path: at, message },
		action: 'invalid',
	})),
	...changes.map(({ path, at = path, action, message }): Mark => ({
		...{ path: at, message },
		action: action === 'cut' || action === 'dropped' ? action : 'changed',
	})),
];
