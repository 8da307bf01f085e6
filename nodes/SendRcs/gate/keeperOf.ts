import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { asNumber, type JsonObject } from '../../../core/json';
import { loadService } from '../../shared/connectorService';
import type { Keeper } from './asking';
import { capOf } from './cap';
import { OwnKeeper } from './ownKeeper';
import type { ConsentCheck } from './readAsking';
import { ServiceKeeper } from './serviceKeeper';

const checks: readonly ConsentCheck[] = ['off', 'item', 'service'];

/** How consent is checked. What nobody knows stops the node: without a check, too much would be sent. */
export function consentCheckOf(context: IExecuteFunctions, chosen: unknown): ConsentCheck {
	const check = checks.find((known) => known === chosen);
	if (check !== undefined) return check;
	const message = `There is no consent check '${String(chosen)}'`;
	const description = "Choose one in the field 'Consent Check'. Nothing was sent.";
	throw new NodeOperationError(context.getNode(), message, { description });
}

/** Whoever decides for this run. */
export async function keeperOf(
	context: IExecuteFunctions,
	check: ConsentCheck,
	options: JsonObject,
): Promise<Keeper> {
	const cap = capOf(context, options);
	if (check !== 'service') return new OwnKeeper(context, check, cap);
	const retries = asNumber(options['retries']) ?? 3;
	return new ServiceKeeper(context, await loadService(context), cap, retries);
}
