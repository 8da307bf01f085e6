import { asArray, asObject, asString } from '../../core/json';
import { files, type Node, nextOf, reachedFrom, type Workflow, workflowOf } from './workflowFiles';

/**
 * A shop publishes all of them, and each hears what everybody taps and writes. So each looks first whether it is
 * its own matter, all by the same words, and whatever somebody says is the matter of one.
 */

/**
 * What a tapped chip carries; of a text, its words behind `written:`. Nothing for what was an answer to a question
 * that waits, or too late for one: that has got its answer.
 */
const SAID =
	"={{ $json.question ? '' : $json.postbackData || 'written:' + ($json.text ?? '').trim() }}";

interface Answering {
	file: string;
	events: string[];
	takes: RegExp;
}

const workflows = files.map((file) => ({ file, workflow: workflowOf(file) }));

const isSending = (workflow: Workflow, names: ReadonlySet<string>) =>
	workflow.nodes.some(({ name, type }) => names.has(name) && type === 'n8n-nodes-rcs.sendRcs');

/** The triggers that hear what people say and lead to an answer. */
function answeringTriggers(workflow: Workflow): Node[] {
	return workflow.nodes.filter(({ name, type, parameters }) => {
		if (type !== 'n8n-nodes-rcs.rcsTrigger') return false;
		const said = ['message.replied', 'message.received'];
		const hears = asArray(parameters['events']).some((event) => said.includes(String(event)));
		return hears && isSending(workflow, reachedFrom(workflow, name));
	});
}

/** What a trigger lets pass: by the one filter that follows it. */
function answeringOf(file: string, workflow: Workflow, trigger: Node): Answering {
	const [next, ...others] = nextOf(workflow, trigger.name);
	const filter = workflow.nodes.find(({ name }) => name === next);
	const { conditions } = asObject(filter?.parameters['conditions']);
	const [condition, ...more] = asArray(conditions).map(asObject);
	const { leftValue, operator, rightValue } = condition ?? {};
	expect([filter?.type, others, more]).toEqual(['n8n-nodes-base.filter', [], []]);
	expect([leftValue, operator]).toEqual([SAID, { type: 'string', operation: 'regex' }]);
	return {
		file,
		events: asArray(trigger.parameters['events']).map(String),
		takes: new RegExp(asString(rightValue) ?? ''),
	};
}

/** The postback data of every chip that answers, with something in place of what is filled in. */
function chipsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(chipsOf);
	if (typeof value !== 'object' || value === null) return [];
	const { type, postbackData } = asObject(value);
	const own =
		type === 'reply' && typeof postbackData === 'string'
			? [postbackData.replace(/^=/, '').replace(/\{\{.*?\}\}|\{shop\.\w+\}/g, 'x-1')]
			: [];
	return [...own, ...Object.values(value).flatMap(chipsOf)];
}

const answering = () =>
	workflows.flatMap(({ file, workflow }) =>
		answeringTriggers(workflow).map((trigger) => answeringOf(file, workflow, trigger)),
	);

const takenBy = (said: string, event: string) =>
	answering()
		.filter(({ takes, events }) => takes.test(said) && events.includes(event))
		.map(({ file }) => file);

it('finds those that answer', () => {
	expect(answering().map(({ file }) => file)).toEqual([
		'delivered-review.json',
		'double-opt-in.json',
		'replies.json',
		'support-hand-over.json',
	]);
});

const chips = new Set(
	workflows.flatMap(({ workflow }) => chipsOf(workflow.nodes)).filter((chip) => chip !== 'STOP'),
);

it.each([...chips])('a tap that carries %s is answered by one of them', (chip) => {
	expect(takenBy(chip, 'message.replied')).toHaveLength(1);
});

const texts: [text: string, file: string][] = [
	['5', 'delivered-review.json'],
	['Where is my order?', 'support-hand-over.json'],
	['5 please', 'support-hand-over.json'],
	['', 'support-hand-over.json'],
	...[...chips].map((chip): [string, string] => [chip, 'support-hand-over.json']),
];

it.each(texts)('the text "%s" is answered by %s alone', (text, file) => {
	for (const event of ['message.replied', 'message.received'])
		expect(takenBy(`written:${text}`, event)).toEqual([file]);
});

it('what a question took, or was too late for, is answered by none', () => {
	expect(takenBy('', 'message.received')).toEqual([]);
});
