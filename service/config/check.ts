import { providerAccounts } from './accounts';
import { crmAccounts } from './crmAccounts';
import type { Config } from './schema';
import { checkTokens } from './tokens';

/** Everything about a configuration that can be wrong, without starting anything. @throws CommandError */
export function checkConfig(config: Config): void {
	checkTokens(config);
	providerAccounts(config);
	crmAccounts(config);
}

/** What a configuration is about, in one sentence. */
export function describeConfig({ role, database, providers, crms }: Config): string {
	const store = database.kind === 'pglite' ? `embedded in ${database.folder}` : 'Postgres';
	return `Role ${role}, database ${store}, providers: ${listed(providers)}, CRMs: ${listed(crms)}.`;
}

function listed(named: object): string {
	return Object.keys(named).join(', ') || 'none';
}
