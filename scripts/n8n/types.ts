/** What n8n is given and what it tells. */

export interface CredentialInput {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A workflow as in workflows/*.json; a node names its credentials, ids are looked up. */
export interface WorkflowInput {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	webhookId?: string;
	parameters?: Record<string, unknown>;
	credentials?: Record<string, { id?: string | null; name: string }>;
	[field: string]: unknown;
}

export interface Item {
	json: Record<string, unknown>;
	binary?: Record<string, unknown>;
	pairedItem?: unknown;
}

/** What a node gave, by the kind of connection and by output. */
interface NodeOutputs {
	main: (Item[] | null)[];
	/** Of a tool of an AI agent, in place of the other. */
	ai_tool?: (Item[] | null)[];
}

interface NodeRun {
	data?: NodeOutputs;
	error?: unknown;
	/** Of a node that waits for a call: where to. */
	metadata?: { resumeUrl?: string };
}

export interface Execution {
	id: string;
	finished: boolean;
	status: string;
	workflowId: string;
	data?: {
		resultData: {
			error?: { message: string; description?: string };
			lastNodeExecuted?: string;
			runData: Record<string, NodeRun[]>;
		};
	};
}
