import type { AgentInfo } from '../../account';
import { asArray, asObject, asString, defined } from '../../json';
import type { Call } from '../../provider';
import { request } from './request';

/** Agents of the account, also those that are not released yet. */
export const agents = {
	/** GET /rcs/agents: `{agents: [{id, display_name, status, logo_url, created, is_generic}]}`. */
	async list(call: Call): Promise<AgentInfo[]> {
		const { agents: entries } = asObject(await request(call, 'GET', '/rcs/agents'));
		return asArray(entries).flatMap((raw) => {
			const { id, display_name, status } = asObject(raw);
			const known = asString(id);
			if (known === undefined) return [];
			const more = defined({ name: asString(display_name), status: asString(status) });
			return [{ id: known, ...more, raw }];
		});
	},
};
