import type { INodeProperties } from 'n8n-workflow';
import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { useSandbox } from '../sandbox/world';
import { runSearch } from '../engine/harness';

/** A sender is chosen from a list wherever one is named, and its provider lists them. */

const sandbox = useSandbox();
const nodes = [CheckCapability, ManageTemplate, RcsAccount, RcsTrigger, SendRcs];

const isField = (field: object): field is INodeProperties => 'type' in field;

/** The fields of the name Sender with a place for providers, wherever they stand in the form. */
function sendersIn(fields: readonly object[]): INodeProperties[] {
	return fields
		.filter(isField)
		.flatMap((field) => [
			...(/^(sender|agent|from)$/.test(field.name) && providersOf(field).length > 0 ? [field] : []),
			...(field.type === 'collection' && field.name === 'options'
				? sendersIn(field.options ?? [])
				: []),
		]);
}

const providersOf = ({ displayOptions }: INodeProperties): unknown[] => [
	...(displayOptions?.show?.['provider'] ?? []),
	...(displayOptions?.show?.['/provider'] ?? []),
];

it.each(nodes.map((node) => [node.name, new node()] as const))(
	'%s offers those of Infobip, and By ID',
	async (_, nodeType) => {
		const senders = sendersIn(nodeType.description.properties);
		const ofInfobip = senders.filter((field) => providersOf(field).includes('infobip'));
		expect(ofInfobip.length).toBeGreaterThan(0);
		for (const { type, modes = [] } of ofInfobip) {
			expect(type).toBe('resourceLocator');
			expect(modes.map(({ name }) => name)).toEqual(['list', 'id']);
			const method = modes[0]?.typeOptions?.searchListMethod ?? '';
			const { results } = await runSearch(
				{
					nodeType,
					parameters: { provider: 'infobip' },
					credentials: {
						rcsInfobipApi: {
							...{ baseUrl: `${sandbox.url()}/infobip`, apiKey: 'sandbox-infobip-key' },
							agent: 'DemoShop',
						},
					},
				},
				method,
			);
			expect(results).toContainEqual(expect.objectContaining({ value: 'DemoShop' }));
		}
		const written = senders.filter((field) => providersOf(field).includes('google-rbm'));
		for (const { type } of written) expect(type).toBe('string');
	},
);
