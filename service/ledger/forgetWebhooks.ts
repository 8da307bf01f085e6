import type { Sql } from '../store/database';
import { mentions } from './mentions';
import { tracesOf } from './traces';

interface Webhook extends Record<string, unknown> {
	id: number;
	url: string;
	headers: string;
	body: Uint8Array;
}

export interface ForgottenWebhooks {
	forgotten: number;
	/** They have the same digits within a longer number, and stay. */
	unsure: number;
}

/** So many at one time: each may be a megabyte. */
const PAGE = 50;

/**
 * Raw webhooks have no column for the person: those that hold the number go. The database finds which have
 * its digits; that it is this number and not a part of another one is looked at here.
 */
export async function forgetWebhooks(sql: Sql, phone: string): Promise<ForgottenWebhooks> {
	const result: ForgottenWebhooks = { forgotten: 0, unsure: 0 };
	let after = 0;
	for (;;) {
		const page = await sql.query<Webhook>(CANDIDATES, [digitsOf(phone), tracesOf(phone), after]);
		const theirs = page.filter((webhook) => textsOf(webhook).some((one) => mentions(one, phone)));
		await sql.query('delete from rcs.forwards where id = any($1)', [theirs.map(({ id }) => id)]);
		result.forgotten += theirs.length;
		result.unsure += page.length - theirs.length;
		const last = page.at(-1);
		if (!last || page.length < PAGE) return result;
		after = last.id;
	}
}

const CANDIDATES = `
select id, url, headers::text as headers, body from rcs.forwards
where id > $3 and (position($1 in url) > 0 or position($1 in headers::text) > 0
	or exists (select from unnest($2::bytea[]) as trace where position(trace in body) > 0))
order by id limit ${PAGE}`;

function textsOf({ url, headers, body }: Webhook): string[] {
	return [url, headers, Buffer.from(body).toString('latin1')];
}

function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '');
}
