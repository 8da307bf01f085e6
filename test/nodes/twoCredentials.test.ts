import { NodeHelpers } from 'n8n-workflow';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { build } from '../engine/workflow';

/** n8n calls every box for a credential "Credential", unless it has a name of its own. */

it.each([
	['Send RCS', new SendRcs(), { operation: 'send', consentCheck: 'service' }],
	['RCS Trigger', new RcsTrigger(), { handOn: true }],
] as const)(
	'%s tells the credential of the service from that of the provider',
	(_, nodeType, more) => {
		const parameters = { provider: 'infobip', ...more };
		const { node } = build({ nodeType, parameters });
		const shown = (nodeType.description.credentials ?? []).filter((credential) =>
			NodeHelpers.displayParameter(parameters, credential, node, nodeType.description),
		);
		expect(shown.map(({ name, displayName }) => [name, displayName])).toEqual([
			['rcsInfobipApi', undefined],
			['rcsConnectorsApi', 'Credential for Connector Service'],
		]);
	},
);
