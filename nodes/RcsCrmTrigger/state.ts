import type { IPollFunctions } from 'n8n-workflow';
import * as v from 'valibot';
import { type ConsentMemory, consentMemory } from '../../connectors/consentMemory';
import type { CrmRun } from '../../connectors/execute';
import { asString, defined } from '../../core/json';
import { credentialOfCrm } from '../shared/crmForm';
import { type Start, starts } from './properties';

/** What the node keeps in the workflow between two polls. */
export interface State {
	account: string;
	startFrom: Start;
	/** Absent: it starts anew. */
	memory?: ConsentMemory;
	/** What was told of this account before it started anew. */
	told: Pick<ConsentMemory, 'told' | 'known'>;
}

/** Another account is another story; another start of the same one must not tell things twice. */
export function readState(context: IPollFunctions, run: CrmRun): State {
	const kept = context.getWorkflowStaticData('node');
	const account = accountOf(context, run);
	const chosen = context.getNodeParameter('startFrom', 'now');
	const startFrom = starts.find((one) => one === chosen) ?? 'now';
	const { success, output } = v.safeParse(consentMemory, plain(kept['memory']));
	const known = success && kept['account'] === account ? output : undefined;
	const memory = kept['startFrom'] === startFrom ? known : undefined;
	const told = { told: known?.told ?? {}, known: known?.known ?? {} };
	return { account, startFrom, told, ...defined({ memory }) };
}

export function writeState(context: IPollFunctions, { account, startFrom, memory }: State): void {
	Object.assign(context.getWorkflowStaticData('node'), { account, startFrom, memory });
}

/** n8n wraps what it keeps, to see changes. */
function plain(value: unknown): unknown {
	return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** By the credential that is chosen, without its secrets. */
function accountOf(context: IPollFunctions, { crm, settings }: CrmRun): string {
	const { name } = credentialOfCrm(crm.id, context.getNodeParameter('authentication', 'key'));
	const id = asString(context.getNode().credentials?.[name]?.id) ?? '';
	return [crm.id, name, id, settings.baseUrl].join(' ');
}
