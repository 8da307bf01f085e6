import { defined } from '../../core/json';
import { sendingTime } from '../../core/message/time';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import { askGate } from '../gate';
import type { Service } from '../service';
import type { Send } from './sends';

/** What the gate says of a message at the time at which it would go out. */
export async function askGateFor(
	service: Service,
	{
		connection,
		phone,
		purpose,
		// Kept by an older version, it has the traffic only where the provider can be told.
		request: { message, traffic = message.traffic, how },
	}: Pick<Send, 'connection' | 'phone' | 'purpose' | 'request'>,
	dryRun: boolean,
): Promise<GateAnswer> {
	const { country, timeZone } = how;
	const agent = message.from ?? service.accounts.get(connection)?.settings.agent;
	const at = sendingTime(message.schedule?.at, new Date(service.clock.now()));
	const [answer] = await askGate(
		service,
		[
			{
				id: message.id,
				phone,
				purpose,
				at,
				...defined({ agent, traffic, country, timeZone }),
			},
		],
		{ dryRun },
	);
	if (!answer) throw new TypeError('The gate gave no answer');
	return answer;
}
