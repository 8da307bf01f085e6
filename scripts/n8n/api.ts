/** What is done in an n8n: by the public API where it has what we need, else as the editor does it. */
import { type Login, N8nClient, N8nRefusal } from './client';
import { publish, unpublish } from './publication';
import type { CredentialInput, Execution, WorkflowInput, WorkflowNode } from './types';
import { until } from './until';

export class N8nApi {
	private readonly client: N8nClient;

	constructor(
		readonly url: string,
		user: Login,
	) {
		this.client = new N8nClient(url, user);
	}

	/** The editor's session cookie, for a browser that should not have to log in. */
	async login(): Promise<string> {
		return await this.client.login();
	}

	/** Creates the credential, or replaces the one of that name. @returns its id */
	async upsertCredential(credential: CredentialInput): Promise<string> {
		const existing = await this.credentialId(credential.name);
		if (existing === undefined) {
			return (await this.client.public<{ id: string }>('POST', '/credentials', credential)).id;
		}
		await this.client.editor('PATCH', `/credentials/${existing}`, credential);
		return existing;
	}

	/** What n8n's own "Test" button says about it. */
	async testCredential(id: string): Promise<{ status: string; message?: string }> {
		return await this.client.public('POST', `/credentials/${id}/test`);
	}

	/**
	 * Creates the workflow, or replaces the one of that name, and with `activate` waits until its triggers listen.
	 * @returns its id
	 */
	async upsertWorkflow(
		workflow: WorkflowInput,
		options: { activate?: boolean } = {},
	): Promise<string> {
		const body = {
			name: workflow.name,
			nodes: await this.withCredentialIds(workflow.nodes),
			connections: workflow.connections,
			settings: workflow.settings ?? { executionOrder: 'v1' },
		};
		const existing = await this.workflowId(workflow.name);
		// Else the old version's webhooks would still be answering while we wait for the new one's.
		if (existing !== undefined) await this.deactivate(existing);
		const { id } =
			existing === undefined
				? await this.client.public<{ id: string }>('POST', '/workflows', body)
				: await this.client.public<{ id: string }>('PUT', `/workflows/${existing}`, body);
		if (options.activate) await this.activate(id);
		return id;
	}

	/** Waits until its triggers listen. */
	async activate(workflowId: string): Promise<void> {
		await publish(this.client, workflowId);
	}

	/** Waits until nothing of it listens. */
	async deactivate(workflowId: string): Promise<void> {
		await unpublish(this.client, workflowId);
	}

	/** Deletes the workflow of that name, if there is one, with all that n8n keeps for it. */
	async removeWorkflow(name: string): Promise<void> {
		const workflowId = await this.workflowId(name);
		if (workflowId === undefined) return;
		await this.deactivate(workflowId);
		await until(90_000, `workflow ${workflowId} to be unpublished`, async () => {
			try {
				await this.client.public('DELETE', `/workflows/${workflowId}`);
				return true;
			} catch (error) {
				if (error instanceof N8nRefusal && error.status === 409) return undefined;
				throw error;
			}
		});
	}

	/** Of a workflow or of all, the newest first, without those that run. */
	async executions(workflowId: string | undefined, limit = 20): Promise<Execution[]> {
		const ofWorkflow = workflowId === undefined ? {} : { workflowId };
		return await this.listed({ ...ofWorkflow, limit: String(limit), includeData: 'true' });
	}

	/** What was started of a workflow, the newest first, also what still runs; without what the nodes gave. */
	async started(workflowId: string, limit = 20): Promise<Execution[]> {
		const page = { workflowId, limit: String(limit) };
		// n8n lists those that run apart; one that ends meanwhile is in both lists.
		const running = await this.listed({ ...page, status: 'running' });
		const others = await this.listed(page);
		const all = new Map([...running, ...others].map((execution) => [execution.id, execution]));
		return [...all.values()].sort((a, b) => Number(b.id) - Number(a.id));
	}

	private async listed(query: Record<string, string>): Promise<Execution[]> {
		const path = `/executions?${new URLSearchParams(query)}`;
		return (await this.client.public<{ data: Execution[] }>('GET', path)).data;
	}

	async execution(id: string): Promise<Execution> {
		return await this.client.public('GET', `/executions/${id}?includeData=true`);
	}

	/** Waits for an execution to end or to wait; of a workflow: for its first one after `after`. */
	async waitForExecution(
		which: { id: string } | { workflowId: string; after?: string },
		timeoutMs = 90_000,
	): Promise<Execution> {
		return await until(timeoutMs, `execution ${JSON.stringify(which)} to end`, async () => {
			if ('id' in which) return stopped(await this.execution(which.id));
			const { workflowId, after = '0' } = which;
			const isLater = ({ id }: Execution) => Number(id) > Number(after);
			// Mostly nothing has ended yet, and one look tells.
			if (!(await this.listed({ workflowId, limit: '1' })).some(isLater)) return undefined;
			const later = (await this.started(workflowId, 100)).filter(isLater);
			const first = stopped(later.at(-1));
			return first && (await this.execution(first.id));
		});
	}

	/** Starts a workflow by its trigger, as "Execute workflow" in the editor does. @returns the execution's id */
	async run(workflowId: string, trigger: string): Promise<string> {
		const { executionId } = await this.start(workflowId, trigger);
		if (executionId === undefined)
			throw new Error(`'${trigger}' waits for an event; run() cannot start it`);
		return executionId;
	}

	/** Lets a trigger wait for one event at its test URL, as "Listen for event" in the editor does. */
	async listen(workflowId: string, trigger: string): Promise<void> {
		const { waitingForWebhook } = await this.start(workflowId, trigger);
		if (!waitingForWebhook) throw new Error(`'${trigger}' does not wait for an event`);
	}

	private async start(
		workflowId: string,
		trigger: string,
	): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		const workflowData = await this.client.editor<WorkflowInput>('GET', `/workflows/${workflowId}`);
		return await this.client.editor('POST', `/workflows/${workflowId}/run`, {
			workflowId,
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
	}

	private async withCredentialIds(nodes: WorkflowNode[]): Promise<WorkflowNode[]> {
		return await Promise.all(
			nodes.map(async (node) => {
				if (!node.credentials) return node;
				const resolved = Object.entries(node.credentials).map(async ([type, { name }]) => {
					const id = await this.credentialId(name);
					if (id === undefined) {
						throw new Error(`Node '${node.name}' wants credential '${name}', which does not exist`);
					}
					return [type, { id, name }] as const;
				});
				return { ...node, credentials: Object.fromEntries(await Promise.all(resolved)) };
			}),
		);
	}

	private async credentialId(name: string): Promise<string | undefined> {
		const all = await this.client.editor<{ id: string; name: string }[]>('GET', '/credentials');
		return all.find((credential) => credential.name === name)?.id;
	}

	private async workflowId(name: string): Promise<string | undefined> {
		const query = new URLSearchParams({ name, limit: '250' });
		const { data } = await this.client.public<{
			data: { id: string; name: string; isArchived?: boolean }[];
		}>('GET', `/workflows?${query}`);
		return data.find((workflow) => workflow.name === name && !workflow.isArchived)?.id;
	}
}

/** The execution, if it has ended or waits. */
function stopped(execution: Execution | undefined): Execution | undefined {
	return execution && !['new', 'running'].includes(execution.status) ? execution : undefined;
}
