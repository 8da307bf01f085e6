import { asArray, asObject, asString, type JsonObject } from '../../../core/json';
import { type Recorded, recordingServer, type RecordingServer } from '../../engine/httpServer';

export interface Model extends RecordingServer {
	/** The arguments of each call that the model makes of the tool that it is offered, all at once. */
	calls: JsonObject[];
	/** What tools answered to these calls. */
	told(): string[];
}

/**
 * A model that speaks as OpenAI's API documents it, in both of its shapes: it calls the first tool that it is offered,
 * and once the tool has answered, it says what the tool told.
 */
export async function startModel(): Promise<Model> {
	const server = await recordingServer((request) => {
		const api = apiOf(request);
		const asked = asObject(request.json);
		const told = api.told(asked);
		const calls = model.calls.map((args) => JSON.stringify(args));
		const body =
			told.length === 0
				? api.calls(api.tool(asked), calls)
				: api.says(`The tool told: ${told.join(' ')}`);
		return { body };
	});
	const told = () => {
		const last = server.requests.at(-1);
		return last ? apiOf(last).told(asObject(last.json)) : [];
	};
	const model: Model = { ...server, calls: [], told };
	return model;
}

/** How one of the shapes says it. */
interface Api {
	/** The name of the tool that is offered. */
	tool(request: JsonObject): string;
	/** What tools answered. */
	told(request: JsonObject): string[];
	calls(tool: string, args: readonly string[]): JsonObject;
	says(text: string): JsonObject;
}

const apiOf = ({ path }: Recorded): Api =>
	path.endsWith('/responses') ? responses : chatCompletions;

const chatCompletions: Api = {
	tool: ({ tools }) => String(asObject(asObject(asArray(tools)[0])['function'])['name']),
	told: ({ messages }) =>
		asArray(messages)
			.map(asObject)
			.flatMap(({ role, content }) => (role === 'tool' ? [String(content)] : [])),
	calls: (name, all) => {
		const calls = all.map((args, i) => ({
			id: `call_${i}`,
			type: 'function',
			function: { name, arguments: args },
		}));
		const message = { role: 'assistant', content: null, tool_calls: calls };
		return completion({ index: 0, message, finish_reason: 'tool_calls' });
	},
	says: (content) =>
		completion({ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }),
};

function completion(choice: JsonObject): JsonObject {
	return {
		id: 'chatcmpl_1',
		object: 'chat.completion',
		created: 0,
		model: 'stub',
		choices: [choice],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

const responses: Api = {
	tool: ({ tools }) => String(asObject(asArray(tools)[0])['name']),
	told: ({ input }) =>
		asArray(input)
			.map(asObject)
			.flatMap(({ type, output }) =>
				type === 'function_call_output' ? [asString(output) ?? JSON.stringify(output)] : [],
			),
	calls: (name, all) =>
		response(
			all.map((args, i) => ({
				id: `fc_${i}`,
				call_id: `call_${i}`,
				type: 'function_call',
				name,
				arguments: args,
				status: 'completed',
			})),
		),
	says: (text) =>
		response([
			{
				id: 'msg_1',
				type: 'message',
				role: 'assistant',
				status: 'completed',
				content: [{ type: 'output_text', text, annotations: [] }],
			},
		]),
};

function response(output: JsonObject[]): JsonObject {
	return {
		id: 'resp_1',
		object: 'response',
		created_at: 0,
		status: 'completed',
		model: 'stub',
		output,
		usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
	};
}
