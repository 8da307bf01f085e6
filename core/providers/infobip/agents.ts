import type { AgentInfo } from '../../account';
import { RcsError } from '../../errors';
import { asArray, asObject, asString, defined, type JsonObject } from '../../json';
import type { Call } from '../../provider';
import { everyPage, request } from './request';

/** Agents, which Infobip calls senders. Source: /rcs/1/senders; 10 requests a second. */
export const agents = {
	async list(call: Call): Promise<AgentInfo[]> {
		return (await everyPage(call, '/rcs/1/senders')).map((raw) => toAgent(raw));
	},
	/** One sender with where it is launched: two requests. */
	async get(call: Call, id: string): Promise<AgentInfo> {
		const path = `/rcs/1/senders/${encodeURIComponent(id)}`;
		const sender = await request(call, 'GET', path);
		return toAgent(sender, await launchStatus(call, path));
	},
};

/** A sender whose launch nobody asked for has no launch status. */
async function launchStatus(call: Call, path: string): Promise<JsonObject | undefined> {
	try {
		return asObject(await request(call, 'GET', `${path}/launch-status`));
	} catch (error) {
		if (error instanceof RcsError && error.detail.httpStatus === 404) return undefined;
		throw error;
	}
}

function toAgent(raw: unknown, launchStatusJson?: JsonObject): AgentInfo {
	const { senderName, displayName, senderStatus } = asObject(raw);
	return {
		id: asString(senderName) ?? '',
		...defined({ name: asString(displayName), status: asString(senderStatus) }),
		...(launchStatusJson ? { launches: toLaunches(launchStatusJson) } : {}),
		raw: launchStatusJson ? { sender: raw, launchStatus: launchStatusJson } : raw,
	};
}

/** `coverage[{countryCode, providers[{name, status, rejectionReason}]}]` as one list. */
function toLaunches({ coverage }: JsonObject): NonNullable<AgentInfo['launches']> {
	return asArray(coverage).flatMap((entry) => {
		const { countryCode, providers } = asObject(entry);
		return asArray(providers).map((provider) => {
			const { name, status, rejectionReason } = asObject(provider);
			return {
				...defined({ country: asString(countryCode), carrier: asString(name) }),
				status: asString(status) ?? '',
				...defined({ reason: asString(rejectionReason) }),
			};
		});
	});
}
