import { asArray, asNumber, asObject, asString } from '../../core/json';
import type { ProvisionPlan } from '../crm';
import type { FieldDefinition } from './definitions';
import type { Org } from './provisionOrg';

type Conflict = ProvisionPlan['conflicts'][number];

/** What stands in the way of a field that is there already, in another way than it is needed. */
export function fieldConflict(field: FieldDefinition, org: Org): Conflict | undefined {
	const found = org.described(field);
	if (!found) return undefined;
	const { type, length = 0, externalId = false } = field.described;
	const name = `${field.object}.${field.name}`;
	if (found['type'] !== type)
		return {
			name,
			problem: `It is of type ${asString(found['type'])}, and ${type} is needed`,
			advice: 'Delete or rename this field in Setup, and set up again.',
		};
	if ((asNumber(found['length']) ?? 0) < length)
		return {
			name,
			problem: `It is shorter than ${length} characters`,
			advice: `Make it ${length} characters long in Setup.`,
		};
	if (externalId && (found['externalId'] !== true || found['unique'] !== true))
		return {
			name,
			problem: 'It is no unique external id',
			advice: 'Mark it as external ID and as unique in Setup.',
		};
	return missingChoices(field, found['picklistValues'], name);
}

function missingChoices(
	{ choices = [] }: FieldDefinition,
	picklistValues: unknown,
	name: string,
): Conflict | undefined {
	const active = asArray(picklistValues)
		.map(asObject)
		.filter(({ active: isActive }) => isActive !== false)
		.map(({ value }) => value);
	const missing = choices.map(([value]) => value).filter((value) => !active.includes(value));
	if (missing.length === 0) return undefined;
	const values = missing.join(', ');
	return {
		name,
		problem: `It has no active value ${values}`,
		advice: `Add ${values} to its values in Setup.`,
	};
}
