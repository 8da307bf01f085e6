import { isProviderId, providerIds, providers } from '../../core/providers';
import type { Provider } from '../../core/provider';
import { parseSettings, type ProviderSettings } from '../../core/settings';
import { CommandError, wrong } from '../commands/command';
import type { Config } from './schema';

/** One account at a provider. */
export interface ProviderAccount {
	/** Its name in the configuration. */
	connection: string;
	providerId: string;
	provider: Provider;
	settings: ProviderSettings;
	forwardTo: readonly string[];
	allowUnverified: boolean;
}

/** The accounts at providers, by their names. @throws CommandError that names the key. */
export function providerAccounts({ providers: configured }: Config): Map<string, ProviderAccount> {
	const accounts = Object.entries(configured).map(([connection, account]): ProviderAccount => {
		const path = `config.providers.${connection}`;
		const { provider: id, forwardTo, allowUnverified } = account;
		if (!isProviderId(id))
			throw wrong(`${path}.provider`, `${path}.provider must be one of ${providerIds.join(', ')}`);
		const provider: Provider = providers[id];
		const settings = parseSettings(account.settings, provider.options);
		if (!settings.ok)
			throw new CommandError(
				settings.problems.map((problem) => ({
					path: `${path}.${problem.path}`,
					message: problem.message.replaceAll('settings', `${path}.settings`),
				})),
			);
		return {
			connection,
			providerId: id,
			provider,
			settings: settings.value,
			forwardTo,
			allowUnverified,
		};
	});
	return new Map(accounts.map((account) => [account.connection, account]));
}
