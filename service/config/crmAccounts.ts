import { crms } from '../../connectors';
import type { CrmConnector, CrmSettings } from '../../connectors/crm';
import type { Http } from '../../core/http';
import { defined } from '../../core/json';
import type { PurposeKind } from '../../core/policy/promotional';
import { CommandError, wrong } from '../commands/command';
import { crmAccountFrom, type Follow } from './crmSettings';
import { kindOf } from './purposes';
import type { Config, CrmAccountConfig } from './schema';

/** One account at a CRM, and how it is kept in step. */
export interface CrmAccount {
	/** Its name in the configuration. */
	connection: string;
	crm: CrmConnector;
	settings: CrmSettings;
	/** With the kind of its purpose, where the configuration names it. */
	sync: CrmAccountConfig['sync'] & { kind?: PurposeKind };
	/** The transport over the CRM's own SDK; signs in when it is first used. */
	connect(): Promise<Http>;
	/** What changes, as the CRM tells it by itself; absent, where it tells nothing. */
	follow?: Follow;
}

/** The accounts at CRMs, by their names. @throws CommandError that names the key. */
export function crmAccounts({ crms: configured, purposes }: Config): Map<string, CrmAccount> {
	const accounts = Object.entries(configured).map(([connection, { sync, ...json }]): CrmAccount => {
		const path = `config.crms.${connection}`;
		const { settings, connect, follow } = inPlace(path, () =>
			crmAccountFrom(json.crm, json, () => undefined),
		);
		if (!connect) throw wrong(`${path}.auth`, `${path}.auth is missing: it says how to sign in`);
		const account = { connection, crm: crms[json.crm], settings, connect };
		const withKind = { ...sync, ...kindOf(purposes, sync.purpose) };
		return { ...account, sync: withKind, ...defined({ follow }) };
	});
	return new Map(accounts.map((account) => [account.connection, account]));
}

/** With problems named by where they are in the whole configuration. */
function inPlace<T>(path: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		throw new CommandError(
			error.problems.map((problem) => ({
				path: problem.path.replace(/^settings/, path),
				message: problem.message.replaceAll(/\bsettings\b/g, path),
			})),
		);
	}
}
