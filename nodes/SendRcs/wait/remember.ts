import type { IExecuteFunctions } from 'n8n-workflow';
import { asObject } from '../../../core/json';
import { loadService } from '../../shared/connectorService';
import { SERVICE_FIRST } from '../../shared/serviceErrors';
import { ServiceWaits } from '../../shared/serviceWaits';
import { waitMemory } from '../../shared/waitMemory';
import type { Wait } from '../../shared/waits';

/**
 * Remembers who was asked, so that what they write finds its way; taps find it without. The message is out: that the
 * service cannot be told is no reason to fail, and a second message would be one too many. Gives the events by which the message failed already.
 */
export async function remember(
	context: IExecuteFunctions,
	withService: boolean,
	wait: Wait,
): Promise<readonly object[]> {
	if (!withService) return waitMemory.add(wait);
	try {
		return await new ServiceWaits(await loadService(context)).add(wait);
	} catch (error) {
		const failures = await waitMemory.add(wait);
		const message = `${SERVICE_FIRST} could not be told who is asked (${String(asObject(error)['message'])}): a written answer is only understood by this process of n8n. Taps are not affected.`;
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
		return failures;
	}
}
