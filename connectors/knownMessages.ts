import { askCrm } from './askCrm';
import type { MessageChange } from './changes';
import type { CrmRun } from './execute';

/**
 * Messages with what the CRM holds of them already.
 *
 * @throws RcsError when the CRM cannot be asked.
 */
export async function knownMessages(
	run: CrmRun,
	messages: readonly MessageChange[],
): Promise<readonly MessageChange[]> {
	const { messages: lookup } = run.crm;
	if (!lookup) return messages;
	const known = await askCrm(run, lookup.plan(messages, run.settings), (response, request) =>
		lookup.read(request, response),
	);
	return known.flat();
}
