import { askAll } from '../core/askAll';
import { RcsError } from '../core/errors';
import type { MessageChange } from './crm';
import type { CrmRun } from './execute';

/**
 * Messages with what the CRM holds of them already.
 *
 * @throws RcsError when the CRM cannot be asked.
 */
export async function knownMessages(
	{ crm, http, settings, clock, concurrency, retries }: CrmRun,
	messages: readonly MessageChange[],
): Promise<readonly MessageChange[]> {
	const { messages: lookup } = crm;
	if (!lookup) return messages;
	const answers = await askAll(
		lookup.plan(messages, settings),
		async (request) => lookup.read(request, await http(request)),
		{ concurrency, retries },
		clock,
	);
	return answers.flatMap((answer) => {
		if (answer.ok) return answer.value;
		throw new RcsError(answer.error);
	});
}
