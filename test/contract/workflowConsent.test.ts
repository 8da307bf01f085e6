import { files, nextOf, reachedFrom, type Workflow, workflowOf } from './workflowFiles';

/** An opt-out edited in a CRM is told for every number of its record; what many share is not written elsewhere. */

const isOther = '={{ $json.otherNumber }}';

/** A workflow without what its nodes do with the main number of a record. */
function ofOtherNumbers(workflow: Workflow): Workflow {
	const asking = workflow.nodes.filter(
		({ type, parameters }) =>
			type === 'n8n-nodes-base.if' && JSON.stringify(parameters).includes(isOther),
	);
	const connections = Object.fromEntries(
		Object.entries(workflow.connections).map(([name, { main }]) => {
			const asks = asking.some((node) => node.name === name);
			return [name, { main: asks ? main.slice(0, 1) : main }];
		}),
	);
	return { ...workflow, connections };
}

/** What sets a consent in a CRM. */
const writing = ({ nodes }: Workflow) =>
	nodes.filter(({ parameters }) => parameters['operation'] === 'setOptIn').map(({ name }) => name);

const following = files
	.map((file) => [file, workflowOf(file)] as const)
	.flatMap(([file, workflow]) => {
		const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-rcs.rcsCrmTrigger');
		return trigger ? [[file, workflow, trigger.name] as const] : [];
	});

test.each(following)('%s sets the main number only', (_file, workflow, trigger) => {
	const reached = reachedFrom(workflow, trigger);
	const written = writing(workflow).filter((name) => reached.has(name));
	expect(written).toEqual(['Write to Salesforce']);
	const others = ofOtherNumbers(workflow);
	const told = reachedFrom(others, trigger);
	expect(written.filter((name) => told.has(name))).toEqual([]);
	expect(nextOf(others, 'Other Number?')).toEqual(['Other Numbers']);
});
