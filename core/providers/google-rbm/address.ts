import { providerError, RcsError } from '../../errors';
import { baseUrl } from '../../provider';
import type { ProviderSettings } from '../../settings';
import { rbmOptions } from './options';

const HOST = 'rcsbusinessmessaging.googleapis.com';

/** What a request is about, besides its path. */
interface Query {
	/** The agent of the message; absent: that of the settings. */
	agent?: string | undefined;
	/** Ids that the request gives to what it creates, e.g. `messageId`. */
	ids?: Readonly<Record<string, string>>;
}

/**
 * The URL of a method, at the endpoint of the agent's region. Every request names the agent.
 *
 * @throws RcsError `configuration` when there is no agent.
 */
export function rbmUrl(
	settings: ProviderSettings,
	path: string,
	{ agent, ids }: Query = {},
): string {
	const { region } = rbmOptions(settings);
	const base = baseUrl(settings, `https://${region === 'global' ? '' : `${region}-`}${HOST}`);
	const query = new URLSearchParams({ ...ids, agentId: agentId(agent ?? settings.agent) });
	return `${base}${path}?${query}`;
}

/** The path of something below a phone. Its number has a plain `+`, as in Google's documents. */
export function phonePath(number: string, rest: string): string {
	return `/v1/phones/${encodeURIComponent(number).replace(/^%2B/, '+')}/${rest}`;
}

/** Consoles and webhooks show an agent as `id@rbm.goog`, requests take the id alone. */
export function bareAgentId(agent: string): string {
	return agent.trim().replace(/@rbm\.goog$/, '');
}

/** The id of an agent. @throws RcsError `configuration` when there is none. */
export function agentId(agent: string | undefined): string {
	const id = bareAgentId(agent ?? '');
	if (id) return id;
	const message = 'Google needs to know the agent, but no agent is set';
	const advice = "Set 'Agent ID' in the credential, or the sender in the node.";
	throw new RcsError(providerError('configuration', message, { advice }));
}
