import type { N8nClient } from './client';
import { until } from './until';

/** How far n8n is with making a workflow's triggers listen, which it does in the background. */
interface Publication {
	status: 'not_published' | 'in_progress' | 'published' | 'partial' | 'failed';
	triggers: { nodeId: string; errorMessage?: string | null }[];
}

/** Publishes a workflow and waits until its triggers listen. */
export async function publish(client: N8nClient, workflowId: string): Promise<void> {
	await client.public('POST', `/workflows/${workflowId}/activate`);
	const { status, triggers } = await published(client, workflowId, 'not_published');
	if (status === 'published') return;
	const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
	const why = reasons.join('; ') || 'its log says why';
	throw new Error(`n8n could not activate workflow ${workflowId}: ${why}`);
}

/** Waits until nothing of it listens. */
export async function unpublish(client: N8nClient, workflowId: string): Promise<void> {
	await client.public('POST', `/workflows/${workflowId}/deactivate`);
	await published(client, workflowId, 'published');
}

/**
 * What became of an activation or deactivation: anything but `before`, or `before` again when it failed. n8n reads
 * whether it is at work and what listens at once but not as one, so only what it says twice in a row is final.
 */
async function published(
	client: N8nClient,
	workflowId: string,
	before: string,
): Promise<Publication> {
	let begun = false;
	let last: string | undefined;
	return await until(90_000, `n8n to publish or unpublish workflow ${workflowId}`, async () => {
		const path = `/workflows/${workflowId}/publication-status`;
		const publication = await client.editor<Publication>('GET', path);
		const { status } = publication;
		const isRepeated = status === last;
		last = status;
		begun ||= status === 'in_progress';
		const isOver = status !== 'in_progress' && (begun || status !== before);
		return isOver && isRepeated ? publication : undefined;
	});
}
