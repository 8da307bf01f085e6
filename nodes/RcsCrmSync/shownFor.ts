import type { IDisplayOptions } from 'n8n-workflow';
import type { CrmId } from '../../connectors';
import type { OperationName } from './operations';

/** An option is shown for the CRM and the operations it does something for. */
export function only(operations: readonly OperationName[], crm?: CrmId): IDisplayOptions {
	return { show: { '/operation': [...operations], ...(crm ? { '/crm': [crm] } : {}) } };
}

export const people: readonly OperationName[] = ['writeEngagement', 'setOptIn', 'getOptIn'];
export const writes: readonly OperationName[] = ['writeEngagement', 'setOptIn'];
export const withHistory: readonly OperationName[] = ['writeEngagement', 'setUpFields'];
