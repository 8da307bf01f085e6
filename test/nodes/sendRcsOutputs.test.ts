import { NodeHelpers } from 'n8n-workflow';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { build } from '../engine/workflow';

/** The ways out are called by what the operation does, and there are as many as connections may need. */

const nodeType = new SendRcs();

it.each([
	['send', ['Sent', 'Not Sent']],
	['sendAndWait', ['Replied', 'Not Sent', 'Not Replied']],
	['preview', ['Preview', 'Unused']],
	['getStatus', ['Done', 'Not Done']],
	['revoke', ['Done', 'Not Done']],
])('%s leaves by %j', (operation, names) => {
	const { workflow, node } = build({ nodeType, parameters: { operation } });
	const found = NodeHelpers.getNodeOutputs(workflow, node, nodeType.description);
	expect(found).toMatchObject(names.map((displayName) => ({ type: 'main', displayName })));
});
