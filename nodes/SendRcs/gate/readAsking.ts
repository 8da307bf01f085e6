import { asArray, asObject, asString, defined } from '../../../core/json';
import { countryCode } from '../../../core/message/phone';
import type { Problem } from '../../../core/message/problem';
import { type ReadyMessage, type TrafficType, weekdays } from '../../../core/message/types';
import { consentState } from '../../../core/policy/consentValue';
import type { OwnHours } from '../../../core/policy/ownHours';
import { type PurposeKind, purposeName } from '../../../core/policy/promotional';
import type { Form } from '../form';
import { OptionValues } from '../optionValues';
import type { Asking, Rules, Target } from './asking';

export type ConsentCheck = 'off' | 'item' | 'service';

type AskingRead = { ok: true; asking: Asking } | { ok: false; problems: Problem[] };

/** How the message of an item asks to be let through; `agent` is the one of the credential. */
export function readAsking(
	read: Form['read'],
	check: ConsentCheck,
	message: ReadyMessage,
	{ traffic, agent }: Pick<Target, 'traffic' | 'agent'>,
): AskingRead {
	const values = new OptionValues(asObject(read('rules', {})), 'rules');
	const problems: Problem[] = [];
	const use = check === 'off' ? { traffic } : readUse(read, traffic, problems);
	const target: Target = defined({
		...use,
		agent: message.from ?? agent,
		country: readCountry(values, problems),
		timeZone: values.text('timeZone')?.trim(),
		consent: check === 'item' ? readConsent(read, problems) : ('unknown' as const),
	});
	const rules = readRules(values, check);
	problems.push(...values.problems);
	return problems.length > 0
		? { ok: false, problems }
		: { ok: true, asking: { message, target, rules } };
}

/** What purposes with names of their own are; a traffic type may still make one marketing. */
const named: Readonly<Record<string, PurposeKind>> = {
	otherMarketing: 'promotional',
	otherTransactional: 'transactional',
};

function readUse(read: Form['read'], traffic: TrafficType | undefined, problems: Problem[]) {
	const chosen = asString(read('purpose', 'marketing'))?.trim() ?? '';
	const kind = named[chosen];
	if (kind === undefined) {
		if (chosen === '') problems.push(empty('purpose', 'Purpose'));
		return { purpose: chosen, traffic };
	}
	const purpose = purposeName(asString(read('purposeName', '')) ?? '');
	if (purpose === '') problems.push(empty('purposeName', 'Purpose Name'));
	return { purpose, kind, traffic: kind === 'promotional' ? ('promotion' as const) : traffic };
}

function empty(path: string, label: string): Problem {
	return { path, message: `The field '${label}' is empty` };
}

function readConsent(read: Form['read'], problems: Problem[]): Target['consent'] {
	const state = consentState(read('consent', ''));
	if (state !== undefined) return { state };
	// What stands there is not repeated: it could be anything of a person.
	const message =
		"The field 'Consent' holds a value that is not known; it must be optedIn, optedOut, pending or none, or true or false";
	problems.push({ path: 'consent', message });
	return 'unknown';
}

function readCountry(values: OptionValues, problems: Problem[]): string | undefined {
	const written = values.text('country');
	const country = countryCode(written ?? '');
	if (written !== undefined && country === undefined) {
		const message = "The rule 'Country of the Person' must be a country in two letters, such as GB";
		problems.push({ path: 'rules.country', message });
	}
	return country;
}

function readRules(values: OptionValues, check: ConsentCheck): Rules {
	const consent = values.oneOf('transactionalConsent', ['nothing', 'noOptOut', 'optIn']);
	return {
		ifLedgerDown: values.oneOf('ifLedgerDown', ['send', 'stop']) ?? 'send',
		...defined({
			quietHours: readQuietHours(values, check),
			transactional: consent && { consent },
		}),
	};
}

/** Where consent is checked, quiet hours are kept unless they are switched off; elsewhere, if they are asked for. */
function readQuietHours(values: OptionValues, check: ConsentCheck): Rules['quietHours'] {
	const chosen = values.oneOf('quietHours', ['country', 'off']);
	if (chosen === 'off') return 'off';
	const own = readOwnHours(values.raw('ownHours'));
	if (own) return { own };
	if (chosen === 'country') return {};
	return check === 'off' ? 'off' : undefined;
}

function readOwnHours(value: unknown): OwnHours | undefined {
	const { hours } = asObject(value);
	if (hours === undefined) return undefined;
	const { from, to, days, replace } = asObject(hours);
	const chosen = asArray(days);
	return {
		from: asString(from)?.trim() ?? '',
		to: asString(to)?.trim() ?? '',
		days: weekdays.filter((day) => chosen.includes(day)),
		replace: replace === true,
	};
}
