import { defined } from '../../json';
import type { ProviderSettings } from '../../settings';

interface Platform {
	applicationId?: string;
	entityId?: string;
}

/** The CPaaS X application and entity of the account, as `options.platform`, where they are set. */
export function platform(settings: ProviderSettings): { options?: { platform: Platform } } {
	const { applicationId, entityId } = settings.options ?? {};
	if (!applicationId && !entityId) return {};
	return { options: { platform: defined({ applicationId, entityId }) } };
}
