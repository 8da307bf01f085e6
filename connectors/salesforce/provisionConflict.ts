import { asArray, asNumber, asObject, asString, type JsonObject } from '../../core/json';
import type { ProvisionPlan } from '../provisioning';
import type { FieldDefinition } from './definitions';
import type { Org } from './provisionOrg';

type Conflict = ProvisionPlan['conflicts'][number];

/** Compares a field that is there, as `describe` tells of it, with the one that is needed. */
type Check = (field: FieldDefinition, found: JsonObject) => Omit<Conflict, 'name'> | undefined;

/** What stands in the way of a field that is there already, in another way than it is needed. */
export function fieldConflicts(field: FieldDefinition, org: Org): Conflict[] {
	const found = org.described(field);
	if (!found) return [];
	const name = `${field.object}.${field.name}`;
	const conflicts = (checks: readonly Check[]) =>
		checks.flatMap((check) => {
			const conflict = check(field, found);
			return conflict ? [{ name, ...conflict }] : [];
		});
	const [another] = conflicts(whetherAnother);
	return another ? [another] : conflicts(settingsOfIt);
}

const makeAgain = 'Delete or rename this field in Setup, and set up again.';

/** What Setup cannot make right of a field. */
const whetherAnother: readonly Check[] = [
	({ described: { type } }, found) => {
		if (found['type'] === type) return undefined;
		const problem = `It is of type ${asString(found['type'])}, and ${type} is needed`;
		return { problem, advice: makeAgain };
	},
	({ described: { calculated = false } }, found) => {
		if ((found['calculated'] === true) === calculated) return undefined;
		const problem = calculated
			? 'It is no formula, and nothing is ever written to it'
			: 'It is a formula, which nothing can be written to';
		return { problem, advice: makeAgain };
	},
	({ described: { references } }, found) => {
		const targets = asArray(found['referenceTo']);
		if (references === undefined || (targets.length === 1 && targets[0] === references))
			return undefined;
		const problem = `It is a lookup to ${targets.join(', ') || 'nothing'}, and one to ${references} is needed`;
		return { problem, advice: makeAgain };
	},
];

const settingsOfIt: readonly Check[] = [
	({ described: { length = 0 } }, found) => {
		if ((asNumber(found['length']) ?? 0) >= length) return undefined;
		const problem = `It is shorter than ${length} characters`;
		return { problem, advice: `Make it ${length} characters long in Setup.` };
	},
	({ described: { isKey = false } }, found) => {
		if (!isKey || found['externalId'] === true) return undefined;
		return {
			problem: 'It is no external id, and records cannot be written by it',
			advice: 'Mark it as external ID in Setup.',
		};
	},
	({ described: { isKey = false } }, found) => {
		if (!isKey || found['unique'] === true) return undefined;
		return {
			problem: 'It is not unique: several records could have the same one',
			advice: 'Mark it as unique in Setup ("Do not allow duplicate values").',
		};
	},
	({ described: { caseSensitive = false } }, found) => {
		if (!caseSensitive || found['unique'] !== true || found['caseSensitive'] === true)
			return undefined;
		return {
			problem: 'It takes ids that differ only by upper and lower case for the same',
			advice:
				"Mark it as case sensitive in Setup, beside unique (\"Treat 'ABC' and 'abc' as different values\").",
		};
	},
	missingChoices,
];

function missingChoices({ choices = [] }: FieldDefinition, found: JsonObject) {
	const active = asArray(found['picklistValues'])
		.map(asObject)
		.filter(({ active: isActive }) => isActive !== false)
		.map(({ value }) => value);
	const missing = choices.map(([value]) => value).filter((value) => !active.includes(value));
	if (missing.length === 0) return undefined;
	const values = missing.join(', ');
	return {
		problem: `It has no active value ${values}`,
		advice: `Add ${values} to its values in Setup.`,
	};
}
