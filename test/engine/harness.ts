import './userFolder';
import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	HookContext,
	LoadOptionsContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	NodeHelpers,
	type WorkflowExecuteMode,
	Workflow,
} from 'n8n-workflow';
import { type CredentialData, TestCredentials } from './credentials';
import type { TestRequest, TestResponse } from './webhookRequest';

/** A node with its parameters and credentials, in a workflow of its own. */
export interface Setup {
	nodeType: INodeType;
	parameters?: INodeParameters;
	credentials?: CredentialData | TestCredentials;
	/** Node settings such as `onError`. */
	settings?: Partial<INode>;
	workflowId?: string;
	executionId?: string;
	/** Gets what the node says with addExecutionHints(). */
	hints?: NodeExecutionHint[];
	staticData?: IDataObject;
	baseUrl?: string;
}

const TYPE = 'n8n-nodes-rcs.testNode';

/** Runs execute() of one node with n8n's real ExecuteContext. */
export async function runNode(
	setup: Setup & { items?: INodeExecutionData[] },
): Promise<INodeExecutionData[][]> {
	const { workflow, node, additional } = build(setup);
	const items = setup.items ?? [{ json: {} }];
	const data = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		additional,
		'manual',
		createRunExecutionData({}),
		0,
		items,
		data,
		{ node, data, source: null },
		[],
	);
	const output = await setup.nodeType.execute?.call(context as unknown as IExecuteFunctions);
	if (!Array.isArray(output)) throw new Error('The node has no execute()');
	setup.hints?.push(...context.hints);
	return output as INodeExecutionData[][];
}

/** Runs a search of a resource locator. */
export async function runSearch(
	setup: Setup,
	method: string,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { workflow, node, additional } = build(setup);
	const context = new LoadOptionsContext(workflow, node, additional, '');
	const search = setup.nodeType.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no search ${method}`);
	return search.call(context as unknown as ILoadOptionsFunctions, filter);
}

/** Runs a hook of the trigger's webhook; gives the static data as n8n would store it. */
export async function runHook(
	setup: Setup,
	method: 'checkExists' | 'create' | 'delete',
	isTest = false,
): Promise<{ result: boolean; staticData: IDataObject }> {
	const { workflow, node, additional } = build(setup);
	const mode = isTest ? 'manual' : 'trigger';
	const webhook = webhookData(setup, additional, isTest);
	// n8n says neither manual nor trigger when it removes a webhook.
	const context = new HookContext(
		workflow,
		node,
		additional,
		method === 'delete' ? 'internal' : mode,
		isTest ? 'manual' : 'activate',
		webhook,
	);
	const hook = setup.nodeType.webhookMethods?.['default']?.[method];
	if (!hook) throw new Error(`The node has no hook ${method}`);
	const result = await hook.call(context as unknown as IHookFunctions);
	return { result, staticData: stored(workflow) };
}

/** Runs webhook() with a request; n8n throws static data written there away, and so does this. */
export async function runWebhook(
	setup: Setup,
	request: TestRequest,
	response: TestResponse,
	isTest = false,
): Promise<IWebhookResponseData> {
	const { workflow, node, additional } = build(setup);
	const http = { httpRequest: request, httpResponse: response };
	const withHttp = { ...additional, ...http } as unknown as IWorkflowExecuteAdditionalData;
	const mode: WorkflowExecuteMode = isTest ? 'manual' : 'webhook';
	const webhook = webhookData(setup, withHttp, isTest);
	const context = new WebhookContext(workflow, node, withHttp, mode, webhook, [], null);
	const result = await setup.nodeType.webhook?.call(context as unknown as IWebhookFunctions);
	if (!result) throw new Error('The node has no webhook()');
	return result;
}

/** Runs a workflow with n8n's real engine; the first node gets the items. */
export async function runWorkflow(workflow: {
	types: Record<string, INodeType>;
	nodes: INode[];
	connections: IConnections;
	credentials?: CredentialData;
	items?: INodeExecutionData[];
}): Promise<IRun> {
	const { types, nodes, connections, items = [{ json: {} }] } = workflow;
	const built = new Workflow({
		id: 'test',
		nodes,
		connections,
		nodeTypes: nodeTypes(types),
		active: false,
		settings: { executionOrder: 'v1' },
	});
	const [start] = nodes.map(({ name }) => built.getNode(name));
	if (!start) throw new Error('The workflow has no nodes');
	const whole = { id: 'test', name: 'test', nodes, connections, active: false };
	const hooks = new ExecutionLifecycleHooks('manual', '1', whole as never);
	const stack = [{ node: start, data: { main: [items] }, source: null }];
	const run = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
	const additional = additionalData(workflow.credentials ?? {}, undefined, hooks);
	return new WorkflowExecute(additional, 'manual', run).processRunExecutionData(built);
}

function build({ nodeType, parameters = {}, credentials = {}, ...setup }: Setup): {
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

function nodeTypes(types: Record<string, INodeType>): INodeTypes {
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

function additionalData(
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

function webhookData(
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

function stored(workflow: Workflow): IDataObject {
	return JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
}
