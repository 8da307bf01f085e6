import type { Clock } from '../core/clock';
import type { Verdict } from '../core/webhook/delivery';
import type { ProviderAccount } from './config/accounts';
import type { CrmAccount } from './config/crmAccounts';
import type { Config } from './config/schema';
import type { TakeIn } from './ingest/takeIn';
import type { Queues } from './queue';
import type { Store } from './store';

/** What the service tells of itself: its log and its figures. Phones and texts are never part of it. */
export interface Reports {
	webhookRefused(connection: string, verdict: Verdict): void;
	failed(what: string, error: unknown): void;
	info(what: string, about?: Readonly<Record<string, string | number | boolean>>): void;
}

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
