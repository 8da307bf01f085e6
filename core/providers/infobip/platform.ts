import { defined } from '../../json';
import type { ProviderSettings } from '../../settings';
import { infobipOptions } from './options';

interface Platform {
	applicationId?: string;
	entityId?: string;
}

/** The CPaaS X application and entity of the account, where they are set. */
export function platformOf(settings: ProviderSettings): Platform {
	const { applicationId, entityId } = infobipOptions(settings);
	return defined({ applicationId: applicationId || undefined, entityId: entityId || undefined });
}

/** The same as `options.platform` of a request. */
export function platform(settings: ProviderSettings): { options?: { platform: Platform } } {
	const own = platformOf(settings);
	return Object.keys(own).length > 0 ? { options: { platform: own } } : {};
}
