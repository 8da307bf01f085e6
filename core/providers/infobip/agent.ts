import { providerError, RcsError } from '../../errors';
import type { ProviderSettings } from '../../settings';

/** The sender of the settings. Infobip's requests about a sender need one. */
export function requireAgent({ agent }: ProviderSettings): string {
	if (agent) return agent;
	throw new RcsError(
		providerError('configuration', 'Infobip needs to know the sender, but no sender is set', {
			advice: "Set 'Sender' in the node or 'Default Sender' in the credential.",
		}),
	);
}
