import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { compileSimple } from '../../nodes/shared/simpleExpression';
import { runNode } from './harness';

/** A node that answers with what n8n's own expression engine makes of its parameter. */
const asksN8n: INodeType = {
	description: {
		displayName: 'Asks n8n',
		name: 'asksN8n',
		group: [],
		version: 1,
		description: '',
		defaults: { name: 'Asks n8n' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Value', name: 'value', type: 'json', default: '' }],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const value = (i: number) => {
			try {
				return { value: this.getNodeParameter('value', i) };
			} catch {
				return { refused: true };
			}
		};
		return [this.getInputData().map((_, i) => ({ json: value(i) }))];
	},
};

const items = [
	{ phone: '+447700900001', name: 'One', count: 3, body: { order: { id: 1001 } } },
	{ phone: '', name: '{{ $json.phone }}', count: -1, body: { order: { id: 'x y' } } },
	{ phone: 'a"b\\c\n', name: '=1+1', count: 0, body: { order: { id: 9007199254740991 } } },
	{ phone: null, name: 1.5, count: true, body: { order: {} } },
	{ name: ['a', 'b'], count: { a: 1 }, body: 'text' },
	{ phone: '2026-11-21T10:00:00Z', name: 1e21, count: Number.MAX_VALUE },
];

const expressions = [
	'={{ $json.phone }}',
	'={{$json.phone}}',
	'=Hello {{ $json.name }}',
	'=Hello {{ $json.name }}, {{ $json.count }} of "{{ $json.body.order.id }}"!',
	'= {{ $json.phone }} ',
	'={{ $json.phone }}{{ $json.name }}',
	'=line one\nline {{ $json.count }}',
	'={{ $json.name.length }}',
	'={{ $json.body.order.id.toString() }}',
	'={{ $json.count + 1 }}',
	'={{ $json["phone"] }}',
	'={{ $json.missing }}',
	'={{ $json.__proto__ }}',
	'={{ $json.constructor }}',
	'=plain text',
	'={{ $now.year }}',
	'not an expression {{ $json.phone }}',
];

describe('fields of items read without the expression engine', () => {
	it.each(expressions)('%j gives what n8n gives, or leaves it to n8n', async (value) => {
		const [output] = await runNode({
			nodeType: asksN8n,
			parameters: { value },
			items: items.map((json) => ({ json })),
		});
		const simple = compileSimple(value);
		for (const [i, json] of items.entries()) {
			const resolved = simple?.(json);
			if (resolved) expect(output?.[i]?.json).toEqual({ value: resolved.value });
		}
	});

	it('spares n8n the expressions that workflows have most', () => {
		const spared = expressions.filter((value) => compileSimple(value)?.(items[0]) !== undefined);
		expect(spared).toEqual([...expressions.slice(0, 7), 'not an expression {{ $json.phone }}']);
	});

	it('reads collections as a whole, or not at all', () => {
		const simple = compileSimple({ a: '={{ $json.phone }}', b: [1, '={{ $json.name }}'] });
		expect(simple?.(items[0])).toEqual({ value: { a: '+447700900001', b: [1, 'One'] } });
		const mixed = compileSimple({ a: '={{ $json.phone }}', b: '={{ $json.count + 1 }}' });
		expect(mixed?.(items[0])).toBeUndefined();
	});
});
