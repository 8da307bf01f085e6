import type { Service } from '../service';
import type { Sql } from '../store/database';
import { defined } from '../../core/json';
import type { Connections, WebhookPlace } from './shapes';

/** Of how many of the newest events the page looks where they came from. */
const NEWEST = 5000;

/** Where providers and CRMs have to send their webhooks, and when something last came. */
export async function connections({
	config,
	accounts,
	crms,
	store,
}: Pick<Service, 'config' | 'accounts' | 'crms' | 'store'>): Promise<Connections> {
	const last = await lastEvents(store);
	const providers = [...accounts.values()].map(
		({ connection, provider, forwardTo }): WebhookPlace => ({
			connection,
			kind: 'provider',
			name: provider.profile.displayName,
			path: `/webhooks/${connection}`,
			forwardTo: forwardTo.map(withoutQuery),
			...defined({ lastEventAt: last.get(connection) }),
		}),
	);
	const withWebhooks = [...crms.values()].filter(({ sync }) => sync.webhookSecrets.length > 0);
	const ofCrms = withWebhooks.map(({ connection, crm }): WebhookPlace => ({
		connection,
		kind: 'crm',
		name: crm.displayName,
		path: `/webhooks/${crm.id}/${connection}`,
		forwardTo: [],
	}));
	return {
		...defined({ publicUrl: config.http.publicUrl?.replace(/\/+$/, '') }),
		places: [...providers, ...ofCrms],
	};
}

/** A query may hold a secret. */
function withoutQuery(url: string): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}

async function lastEvents(sql: Sql): Promise<Map<string, string>> {
	const rows = await sql.query<{ connection: string; at: string }>(
		`select connection, max(recorded_at) as at
		from (select connection, recorded_at from rcs.events order by seq desc limit ${NEWEST}) as newest
		group by connection`,
	);
	return new Map(rows.map(({ connection, at }) => [connection, at]));
}
