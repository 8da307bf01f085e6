import type { IPollFunctions } from 'n8n-workflow';
import type { CrmRun } from '../../connectors/execute';
import { asArray, asObject, asString, defined } from '../../core/json';
import { chosenCrm, loadCrm } from '../shared/crmAccount';

/** The CRM with the options of the node. */
export async function loadRun(context: IPollFunctions): Promise<CrmRun> {
	const { defaultCountry, objects } = asObject(context.getNodeParameter('options', {}));
	const chosen = asArray(objects);
	const isSalesforce = chosenCrm(context).id === 'salesforce';
	return loadCrm(
		context,
		defined({
			defaultCountry: asString(asString(defaultCountry)?.trim()),
			options: isSalesforce && chosen.length > 0 ? { objects: chosen } : undefined,
		}),
	);
}
