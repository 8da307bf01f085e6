import type { ExecutionLifecycleHooks } from 'n8n-core';
import {
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { type CredentialData, TestCredentials } from './credentials';

/** A node with its parameters and credentials, in a workflow of its own. */
export interface Setup {
	nodeType: INodeType;
	parameters?: INodeParameters;
	credentials?: CredentialData | TestCredentials;
	/** Node settings such as `onError`. */
	settings?: Partial<INode>;
	workflowId?: string;
	executionId?: string;
	/** How often the node ran before in this execution, in a loop. */
	runIndex?: number;
	/** Gets what the node says with addExecutionHints(). */
	hints?: NodeExecutionHint[];
	staticData?: IDataObject;
	/** Gets the static data n8n would store after the execution, if the node changed it. */
	saved?: IDataObject;
	baseUrl?: string;
}

const TYPE = 'n8n-nodes-rcs.testNode';

export function build({ nodeType, parameters = {}, credentials = {}, ...setup }: Setup): {
	workflow: Workflow;
	node: INode;
	additional: IWorkflowExecuteAdditionalData;
} {
	const node: INode = {
		id: 'node-1',
		name: 'Node',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		webhookId: 'hook-1',
		credentials: Object.fromEntries(namesOf(credentials).map((name) => [name, { id: '1', name }])),
		...setup.settings,
	};
	const workflow = new Workflow({
		id: setup.workflowId ?? 'workflow1',
		nodes: [node],
		connections: {},
		nodeTypes: nodeTypes({ [TYPE]: nodeType }),
		active: true,
		...(setup.staticData ? { staticData: structuredClone(setup.staticData) } : {}),
	});
	const additional = {
		...additionalData(credentials, setup.baseUrl),
		...(setup.executionId ? { executionId: setup.executionId } : {}),
	};
	return { workflow, node: workflow.nodes['Node'] ?? node, additional };
}

function namesOf(credentials: CredentialData | TestCredentials): string[] {
	return Object.keys(credentials instanceof TestCredentials ? credentials.data : credentials);
}

export function nodeTypes(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string): INodeType => {
		const type = types[name];
		if (!type) throw new Error(`Unknown node type ${name}`);
		return type;
	};
	return {
		getByName: find,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(find(name), version),
		getKnownTypes: () => ({}),
	};
}

export function additionalData(
	credentials: CredentialData | TestCredentials,
	baseUrl = 'http://127.0.0.1:5678',
	hooks?: ExecutionLifecycleHooks,
): IWorkflowExecuteAdditionalData {
	const helper =
		credentials instanceof TestCredentials ? credentials : new TestCredentials(credentials);
	return {
		credentialsHelper: helper,
		hooks,
		executionId: '1',
		restApiUrl: `${baseUrl}/rest`,
		instanceBaseUrl: `${baseUrl}/`,
		formWaitingBaseUrl: `${baseUrl}/form-waiting`,
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		webhookWaitingBaseUrl: `${baseUrl}/webhook-waiting`,
		variables: {},
		userId: 'user',
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

export function webhookData(
	{ nodeType, workflowId = 'workflow1' }: Setup,
	additional: IWorkflowExecuteAdditionalData,
	isTest: boolean,
): IWebhookData {
	const [description] = nodeType.description.webhooks ?? [];
	if (!description) throw new Error('The node has no webhook');
	return {
		webhookDescription: description,
		workflowId,
		node: 'Node',
		path: 'hook-1/webhook',
		httpMethod: 'POST',
		workflowExecuteAdditionalData: additional,
		isTest,
	};
}

export function stored(workflow: Workflow): IDataObject {
	return JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
}
