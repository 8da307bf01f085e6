import { N8nApi } from '../../../scripts/n8n/api';
import { owner } from '../../../scripts/n8n/instance';
import { Phone } from '../../../scripts/world/phone';
import type { WorkflowFile } from '../../../scripts/world/workflows';

interface Addresses {
	sandboxUrl: string;
	n8nUrl: string;
	/** The file with what n8n printed. */
	n8nLog: string;
	/** The package that n8n runs: what npm would publish. */
	packageDir: string;
	/** Ids of the demo workflows. */
	workflows: Record<WorkflowFile, string>;
}

export const { sandboxUrl, n8nUrl, n8nLog, packageDir, workflows } = JSON.parse(
	process.env['RCS_E2E'] ?? '{}',
) as Addresses;

export const api = new N8nApi(n8nUrl, owner);

export const phones = {
	android: new Phone(sandboxUrl, '+447700900001'),
	iphone: new Phone(sandboxUrl, '+447700900002'),
	smsOnly: new Phone(sandboxUrl, '+447700900003'),
	blocked: new Phone(sandboxUrl, '+447700900005'),
};

/** A request to the sandbox's own interface. */
export async function sandbox<T>(
	method: string,
	path: string,
	body?: object,
	url = sandboxUrl,
): Promise<T> {
	const answer = await fetch(`${url}${path}`, {
		method,
		...(body && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		}),
	});
	if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
	return (await answer.json()) as T;
}

/** The id of the newest execution of a workflow, to wait for those after it. */
export async function latest(workflowId: string): Promise<string> {
	return (await api.started(workflowId, 1))[0]?.id ?? '0';
}

/** Whether a message is on the phone, read or not: how quickly people read is the sandbox's affair. */
export function arrived({ state }: { state?: string }): boolean {
	return state === 'delivered' || state === 'read';
}
