import { ANY } from '../../core/consent/applies';
import { defined, lookUp } from '../../core/json';
import { type TransactionalConsent, transactionalConsents } from '../../core/policy/consentRule';
import type { FrequencyCap } from '../../core/policy/frequencyCap';
import type { GateSettings } from '../../core/policy/gate';
import type { GateSettingsConfig } from '../config/gateSettings';
import type { Config } from '../config/schema';

/** What holds for messages of one purpose. */
export interface Rules {
	settings: Pick<GateSettings, 'quietHours' | 'transactional'>;
	/** Count the messages of the purpose. */
	ownCaps: readonly FrequencyCap[];
	/** Count all messages. */
	commonCaps: readonly FrequencyCap[];
}

type Hours = NonNullable<GateSettingsConfig['quietHours']>;
type Transactional = NonNullable<GateSettingsConfig['transactional']>;

const HOUR = 3_600_000;

/**
 * The rules for a purpose: what the configuration says of it, and where that is silent what it says of `*`.
 * The caps of `*` hold besides all others. What is `told` for these messages adds to that: it can only be
 * stricter, and decides alone where the configuration is silent.
 */
export function rulesFor(
	purposes: Config['purposes'],
	purpose: string,
	told: GateSettingsConfig = {},
): Rules {
	const common = purposes[ANY] ?? {};
	const own = purpose === ANY ? {} : (lookUp(purposes, purpose) ?? {});
	const configured = { ...common.transactional, ...own.transactional };
	return {
		settings: defined({
			quietHours: stricterHours(own.quietHours ?? common.quietHours, told.quietHours),
			transactional: stricterTransactional(configured, told.transactional ?? {}),
		}),
		ownCaps: [...(own.caps ?? []), ...(told.caps ?? [])].map(capOf),
		commonCaps: (common.caps ?? []).map(capOf),
	};
}

/** Own hours of both hold; the hours of the country do not where both leave them out. */
function stricterHours(
	configured: Hours | undefined,
	told: Hours | undefined,
): GateSettings['quietHours'] {
	if (configured === undefined || told === undefined) return configured ?? told;
	if (configured === 'off' || told === 'off') return configured === 'off' ? told : configured;
	const both = [configured.own, told.own];
	const replace = both.every((hours) => hours?.replace === true);
	return { own: both.flatMap((hours) => (hours ? [{ ...hours, replace }] : [])) };
}

function stricterTransactional(configured: Transactional, told: Transactional): Transactional {
	const consent = stricterConsent(configured.consent, told.consent);
	return {
		...(consent === undefined ? {} : { consent }),
		quietHours: configured.quietHours === true || told.quietHours === true,
		caps: configured.caps === true || told.caps === true,
	};
}

function stricterConsent(
	configured: TransactionalConsent | undefined,
	told: TransactionalConsent | undefined,
): TransactionalConsent | undefined {
	if (configured === undefined || told === undefined) return configured ?? told;
	return transactionalConsents.findLast((one) => one === configured || one === told);
}

function capOf({ max, hours }: { max: number; hours: number }): FrequencyCap {
	return { max, periodMs: hours * HOUR };
}
