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
	type INodePropertyOptions,
	type INodeType,
	type IRun,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type ResourceMapperFields,
	type WorkflowExecuteMode,
	Workflow,
} from 'n8n-workflow';
import type { CredentialData } from './credentials';
import type { TestRequest, TestResponse } from './webhookRequest';
import { additionalData, build, nodeTypes, type Setup, stored, webhookData } from './workflow';

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
		setup.runIndex ?? 0,
		items,
		data,
		{ node, data, source: null },
		[],
	);
	const output = await setup.nodeType.execute?.call(context as unknown as IExecuteFunctions);
	if (!Array.isArray(output)) throw new Error('The node has no execute()');
	setup.hints?.push(...context.hints);
	if (setup.saved && workflow.staticData['__dataChanged'] === true)
		Object.assign(setup.saved, stored(workflow));
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

/** Loads the choices of a parameter. */
export async function runLoadOptions(
	setup: Setup,
	method: string,
): Promise<INodePropertyOptions[]> {
	const { workflow, node, additional } = build(setup);
	const context = new LoadOptionsContext(workflow, node, additional, '');
	const load = setup.nodeType.methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node loads no options ${method}`);
	return load.call(context as unknown as ILoadOptionsFunctions);
}

/** Loads the fields of a resource mapper. */
export async function runResourceMapping(
	setup: Setup,
	method: string,
): Promise<ResourceMapperFields> {
	const { workflow, node, additional } = build(setup);
	const context = new LoadOptionsContext(workflow, node, additional, '');
	const load = setup.nodeType.methods?.resourceMapping?.[method];
	if (!load) throw new Error(`The node maps no fields by ${method}`);
	return load.call(context as unknown as ILoadOptionsFunctions);
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

export type { Setup };
