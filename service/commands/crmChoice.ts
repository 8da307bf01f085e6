import { type CrmId, crms } from '../../connectors';
import { lookUp } from '../../core/json';
import { wrong } from './command';

/** The CRM that a command is about; `from` is where the command line names it. */
export function readCrm(name: string | undefined, from: string): CrmId {
	const known = Object.keys(crms).join(' or ');
	if (name === undefined) throw wrong(from, `${from} is missing. It is ${known}`);
	const crm = lookUp(crms, name);
	if (!crm) throw wrong(from, `${from} must be ${known}, but is "${name}"`);
	return crm.id;
}
