import { toE164 } from '../../core/message/phone';
import { adviceOf } from '../operations/advice';
import type { Sql } from '../store/database';
import { MESSAGE_TIME } from './messageTime';
import type { FoundMessage } from './shapes';

const MOST = 50;

/** Messages by their id, or the newest to a phone number. */
export async function findMessages(sql: Sql, query: string): Promise<FoundMessage[]> {
	const byId = await messagesWhere(sql, 'message_id = $1', query);
	if (byId.length > 0) return byId;
	const phone = toE164(query);
	return phone === undefined ? [] : await messagesWhere(sql, 'phone = $1', phone);
}

async function messagesWhere(sql: Sql, condition: string, value: string): Promise<FoundMessage[]> {
	const found = await sql.query<FoundMessage & Record<string, unknown>>(
		`select message_id as id, provider, connection, phone, agent, campaign, state, channel,
			fell_back as "fellBack", legs, error, ${MESSAGE_TIME} as at
		from rcs.messages where ${condition} order by at desc limit ${MOST}`,
		[value],
	);
	return found.map((one) => ({
		...one,
		error: one.error && { ...one.error, advice: adviceOf(one.error) },
	}));
}
