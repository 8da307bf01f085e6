import type { WorkflowInput } from '../../../scripts/n8n/types';
import type { Phone } from '../../../scripts/world/phone';
import { newPhone } from './importedWorkflow';
import { type Model, startModel } from './model';
import { plainNode } from './waitWorkflow';
import { manualTrigger, sendRcs } from './workflows';
import { api } from './world';

/** An AI agent whose tool writes to a customer, and asks somebody before. */

/** A call of the tool: what the model wants to tell the customer. */
export const callWith = (words: string) => ({
	toolParameters: { text: words },
	hitlParameters: {},
});

/** An agent's workflow with a model of its own, who is asked, and who is written to. */
export interface Cast {
	name: string;
	model: Model;
	reviewer: Phone;
	customer: Phone;
}

export async function newCast(name: string, reviewer: number, customer: number): Promise<Cast> {
	const model = await startModel();
	const data = { apiKey: 'none', url: model.url };
	await api.upsertCredential({ name, type: 'openAiApi', data });
	return {
		name,
		model,
		reviewer: await newPhone(reviewer, 6),
		customer: await newPhone(customer, 6),
	};
}

export interface Agent {
	/** The model is asked by the newer of the two shapes of its API, as n8n does at first. */
	responsesApiEnabled?: boolean;
	/** What differs from the usual question. */
	asking?: Record<string, unknown>;
}

/** Start -> agent; the tool's way to the agent leads through the review. */
export function agentWorkflow(
	{ responsesApiEnabled = true, asking }: Agent,
	{ name, reviewer, customer }: Cast,
): WorkflowInput {
	const chat = plainNode('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, {
		model: { __rl: true, mode: 'id', value: 'stub' },
		responsesApiEnabled,
	});
	const agent = plainNode('Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
		promptType: 'define',
		text: 'Tell the customer about the refund',
	});
	const review = sendRcs({
		to: reviewer.number,
		approvalOptions: { values: { approvalType: 'double', disapproveLabel: 'Disapprove' } },
		...asking,
	});
	const tool = sendRcs({
		to: customer.number,
		text: "={{ $fromAI('text', 'What to tell', 'string') }}",
	});
	const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	return {
		name,
		nodes: [
			manualTrigger(),
			agent,
			{ ...chat, credentials: { openAiApi: { name } } },
			{ ...review, name: 'Review', type: 'n8n-nodes-rcs.sendRcsHitlTool' },
			{ ...tool, name: 'Write to customer', type: 'n8n-nodes-rcs.sendRcsTool' },
		],
		connections: {
			Start: to('Agent', 'main'),
			Model: to('Agent', 'ai_languageModel'),
			'Write to customer': to('Review', 'ai_tool'),
			Review: to('Agent', 'ai_tool'),
		},
	};
}
