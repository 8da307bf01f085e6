import { createHash } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * Stable for this trigger over all processes of n8n, and another one while it is tested, so that a test does not
 * take the webhooks of production. The instance is part of it, because copies of a workflow keep their ids.
 */
export function triggerId(context: IHookFunctions | IWebhookFunctions): string {
	const mode = context.getMode() === 'manual' ? 'test' : 'live';
	const { id = '' } = context.getWorkflow();
	const workflow = id.replace(/[^A-Za-z0-9]/g, '').slice(0, 40);
	const unique = hash([context.getInstanceId(), id, context.getNode().id]).slice(0, 16);
	return ['n8n', workflow, mode, unique].join('-');
}

export function hash(parts: readonly (string | undefined)[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
