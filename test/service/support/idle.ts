import type { QueueName } from '../../../service/queue/queues';
import type { Sql } from '../../../service/store/database';
import { until } from '../../until';

/** Waits until no job of a queue is under way or due: whatever was begun before has ended. */
export async function idle(sql: Sql, queue: QueueName): Promise<void> {
	await until(async () => (await sql.query(AT_WORK, [queue])).length === 0, `the end of ${queue}`);
}

const AT_WORK = `
select 1 from pgboss.job
where name = $1 and (state = 'active' or (state in ('created', 'retry') and start_after <= now()))
limit 1`;
