import {
	consentRule,
	type ConsentProblem,
	type KnownConsent,
	type TransactionalConsent,
} from './consentRule';
import type { Decision, Hold, Refusal } from './decision';
import { type FrequencyCap, frequencyCap } from './frequencyCap';
import type { Whereabouts } from './places';
import { isPromotional, type Use } from './promotional';
import { quietHours, type QuietHoursOptions, type QuietHoursProblem } from './quietHours';

/** One message that asks to be sent. */
export interface GateRequest extends Use, Whereabouts {
	/** E.164 with `+`. */
	phone: string;
	/** When it would go out: milliseconds since 1970. */
	at: number;
	consent: KnownConsent;
	/** When this person got messages, or will: milliseconds since 1970, in any order. */
	sentTimes?: readonly number[];
}

/** A cap that may count other messages than those the request names, e.g. of every purpose. */
export interface CountedCap extends FrequencyCap {
	sentTimes?: readonly number[];
}

/** What the sender decided. Transactional messages are held by nothing unless it says so. */
export interface GateSettings {
	/** `off`: the sender sees to it elsewhere, and nothing is asked. */
	consent?: 'off';
	/** Those of the country without it. */
	quietHours?: Pick<QuietHoursOptions, 'own'> | 'off';
	caps?: readonly CountedCap[];
	transactional?: {
		/** `noOptOut` without it. */
		consent?: TransactionalConsent;
		quietHours?: boolean;
		caps?: boolean;
	};
}

type Outcome =
	| { send: true }
	| (Refusal<ConsentProblem | QuietHoursProblem> & { outcome: 'refused' })
	| (Hold & { outcome: 'hold' });

/** One rule that was looked at, for a person to read. */
export interface Check {
	rule: 'consent' | 'frequencyCap' | 'quietHours';
	/** `off`: it does not hold for this message, or the sender set none. */
	result: 'passed' | 'refused' | 'held' | 'off';
	why?: string;
}

export type GateResult = Outcome & {
	/** What was looked at, in order. After a refusal nothing more is. */
	checks: readonly Check[];
};

/** What a rule says; nothing when it does not hold for the message. */
type Verdict = Decision | Refusal<ConsentProblem | QuietHoursProblem> | undefined;

/**
 * Whether a message may go out now, later or not at all: consent first, then the frequency caps and the
 * quiet hours together. A hold ends at the first moment at which both let the message through.
 */
export function gate(request: GateRequest, settings: GateSettings = {}): GateResult {
	const consent = consentVerdict(request, settings);
	const checks = [checkOf('consent', consent)];
	if (isRefusal(consent)) return { ...consent, outcome: 'refused', checks };
	const cap = capVerdict(request, settings);
	// A cap that lets a message through does so at any later time, so only quiet hours can add to its hold.
	const free = isHold(cap) ? cap.holdUntil : request.at;
	const quiet = quietVerdict(request, settings, free);
	checks.push(checkOf('frequencyCap', cap), checkOf('quietHours', quiet));
	if (isRefusal(quiet)) return { ...quiet, outcome: 'refused', checks };
	const holds = [cap, quiet].filter(isHold);
	const last = holds.at(-1);
	if (!last) return { send: true, checks };
	return { ...last, outcome: 'hold', why: holds.map(({ why }) => why).join('. '), checks };
}

function consentVerdict(request: GateRequest, settings: GateSettings): Verdict {
	const { consent, transactional = {} } = settings;
	const isNeeded =
		consent !== 'off' && (isPromotional(request) || transactional.consent !== 'nothing');
	return isNeeded
		? consentRule(request.consent, isPromotional(request), transactional.consent)
		: undefined;
}

/** The cap that holds longest. */
function capVerdict(request: GateRequest, settings: GateSettings): Verdict {
	const { caps = [], transactional = {} } = settings;
	if (caps.length === 0 || !(isPromotional(request) || transactional.caps)) return undefined;
	const { sentTimes = [], at } = request;
	return caps
		.map((cap) => frequencyCap(cap.sentTimes ?? sentTimes, cap, at))
		.reduce((longest, one) => (endOf(one) > endOf(longest) ? one : longest));
}

function endOf(decision: Decision): number {
	return decision.send ? -Infinity : decision.holdUntil;
}

function quietVerdict(request: GateRequest, settings: GateSettings, at: number): Verdict {
	const transactional = settings.transactional?.quietHours === true;
	if (settings.quietHours === 'off' || !(isPromotional(request) || transactional)) return undefined;
	return quietHours(request.phone, request, at, {
		...request,
		...settings.quietHours,
		transactional,
	});
}

function isHold(verdict: Verdict): verdict is Hold {
	return verdict !== undefined && 'holdUntil' in verdict;
}

function isRefusal(verdict: Verdict): verdict is Refusal<ConsentProblem | QuietHoursProblem> {
	return verdict !== undefined && 'advice' in verdict;
}

function checkOf(rule: Check['rule'], verdict: Verdict): Check {
	if (verdict === undefined) return { rule, result: 'off' };
	if (verdict.send) return { rule, result: 'passed' };
	return { rule, result: isHold(verdict) ? 'held' : 'refused', why: verdict.why };
}
