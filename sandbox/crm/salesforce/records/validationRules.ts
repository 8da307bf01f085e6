import { Refusal } from '../errors';
import type { ObjectType, Value } from '../schema/types';
import type { Values } from './store';

/**
 * What an admin forbids: records of an object that have all of these values. `duplicates`: as a duplicate
 * rule that blocks, which finds them to be those of another record.
 */
export interface ValidationRule {
	object: string;
	when: Readonly<Record<string, Value>>;
	message: string;
	/** The field the message stands at; at the top of the page when absent. */
	field?: string;
	duplicates?: boolean;
}

export interface ValidationRules {
	add(rule: ValidationRule): void;
	/** @throws Refusal when a record breaks a rule. */
	check(object: ObjectType, values: Values): void;
	reset(): void;
}

export function createValidationRules(): ValidationRules {
	let rules: ValidationRule[] = [];
	return {
		add: (rule) => void rules.push(rule),
		check(object, values) {
			const broken = rules.find((rule) => rule.object === object.name && matches(rule, values));
			if (broken)
				throw new Refusal(
					broken.duplicates ? 'DUPLICATES_DETECTED' : 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
					broken.message,
					broken.field === undefined ? [] : [broken.field],
				);
		},
		reset: () => void (rules = []),
	};
}

const matches = ({ when }: ValidationRule, values: Values): boolean =>
	Object.entries(when).every(([name, value]) => (values[name] ?? null) === value);
