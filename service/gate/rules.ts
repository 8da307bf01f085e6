import { ANY } from '../../core/consent/applies';
import { lookUp } from '../../core/json';
import type { FrequencyCap } from '../../core/policy/frequencyCap';
import type { GateSettings } from '../../core/policy/gate';
import type { Config, GateSettingsConfig } from '../config/schema';

/** What holds for messages of one purpose. */
export interface Rules {
	settings: Pick<GateSettings, 'quietHours' | 'transactional'>;
	/** Count the messages of the purpose. */
	ownCaps: readonly FrequencyCap[];
	/** Count all messages. */
	commonCaps: readonly FrequencyCap[];
}

const HOUR = 3_600_000;

/**
 * The rules for a purpose: what is `told` for these messages, where that is silent what the configuration
 * says of the purpose, and then what it says of `*`. The caps of `*` hold besides all others.
 */
export function rulesFor(
	purposes: Config['purposes'],
	purpose: string,
	told: GateSettingsConfig = {},
): Rules {
	const common = purposes[ANY] ?? {};
	const own = purpose === ANY ? {} : (lookUp(purposes, purpose) ?? {});
	const { caps: ownCaps = [], ...narrow } = { ...own, ...told };
	const { caps: commonCaps = [], ...wide } = common;
	return {
		settings: { ...wide, ...narrow },
		ownCaps: ownCaps.map(capOf),
		commonCaps: commonCaps.map(capOf),
	};
}

function capOf({ max, hours }: { max: number; hours: number }): FrequencyCap {
	return { max, periodMs: hours * HOUR };
}
