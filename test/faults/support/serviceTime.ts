import type { DatabaseConfig } from '../../../service/config/schema';
import { openStore } from '../../../service/store';

/**
 * What happens within a minute in a store that nobody works with: what the processes held that ended is
 * free again, and jobs that are to be tried again later are due.
 */
export async function minutePasses(database: DatabaseConfig): Promise<void> {
	const store = await openStore(database, () => undefined);
	try {
		await store.query('delete from rcs.leases');
		await store.query(
			"update pgboss.job set state = 'retry', retry_count = retry_count + 1 where state = 'active'",
		);
		await store.query(
			"update pgboss.job set start_after = start_after - interval '1 minute' where state in ('created', 'retry')",
		);
	} finally {
		await store.close();
	}
}
