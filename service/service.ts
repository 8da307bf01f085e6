import type { Clock } from '../core/clock';
import type { ProviderAccount } from './config/accounts';
import type { CrmAccount } from './config/crmAccounts';
import type { Config } from './config/schema';
import type { TakeIn } from './ingest/takeIn';
import type { Reports } from './operations/reports';
import type { Queues } from './queue';
import type { Store } from './store';

/** The parts of a running service, as routes and workers get them. */
export interface Service {
	config: Config;
	clock: Clock;
	store: Store;
	queues: Queues;
	/** By the names of the configuration. */
	accounts: ReadonlyMap<string, ProviderAccount>;
	crms: ReadonlyMap<string, CrmAccount>;
	takeIn: TakeIn;
	reports: Reports;
}
