import { providerError, RcsError } from '../../errors';
import type { ReadyMessage } from '../../message/types';
import type { ProviderSettings } from '../../settings';

const ADVICE =
	"Set 'Default Agent ID' in the credential, or the sender in the node, to the number that the Agile Telecom platform shows for your RCS agent.";

/**
 * The agent that a message comes from. `agentId` is an integer and required.
 *
 * @throws RcsError `configuration` when there is none, or it is no integer.
 */
export function agentId({ from }: ReadyMessage, { agent }: ProviderSettings): number {
	const id = from ?? agent;
	if (!id) throw wrong('Agile Telecom needs an agent ID, but none is set');
	const number = Number(id);
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw wrong('The agent ID of Agile Telecom must be a whole number, but it is not');
}

function wrong(message: string): RcsError {
	return new RcsError(providerError('configuration', message, { advice: ADVICE }));
}
