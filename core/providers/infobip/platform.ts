import { defined } from '../../json';
import type { ProviderSettings } from '../../settings';
import { infobipOptions } from './options';

interface Platform {
	applicationId?: string;
	entityId?: string;
}

/** The CPaaS X application and entity of the account, as `options.platform`, where they are set. */
export function platform(settings: ProviderSettings): { options?: { platform: Platform } } {
	const { applicationId, entityId } = infobipOptions(settings);
	if (!applicationId && !entityId) return {};
	return { options: { platform: defined({ applicationId, entityId }) } };
}
