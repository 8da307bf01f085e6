import { asNumber, asString, isObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import { chosenIn } from '../shared/chosen';
import { jsonValue } from './form';

/**
 * Reads options that an expression may have filled in. What is empty is not set; what is set but not
 * understood is a problem of its item, because an option must never be dropped without a word.
 */
export class OptionValues {
	readonly problems: Problem[] = [];

	constructor(
		private readonly values: Readonly<Record<string, unknown>>,
		private readonly field = 'options',
	) {}

	text(name: string): string | undefined {
		const value = chosenIn(this.given(name));
		if (value === undefined || value === '') return undefined;
		return asString(value) ?? this.refuse(name, 'a text');
	}

	number(name: string): number | undefined {
		const value = this.given(name);
		if (value === undefined) return undefined;
		return asNumber(value) ?? this.refuse(name, 'a number');
	}

	boolean(name: string): boolean | undefined {
		const value = this.given(name);
		if (value === undefined || typeof value === 'boolean') return value;
		if (value === 'true' || value === 'false') return value === 'true';
		return this.refuse(name, 'true or false');
	}

	oneOf<T extends string>(name: string, known: readonly T[]): T | undefined {
		const value = this.given(name);
		if (value === undefined) return undefined;
		return known.find((one) => one === value) ?? this.refuse(name, `one of ${known.join(', ')}`);
	}

	/** A JSON object; an empty one counts as given. */
	object(name: string): Record<string, unknown> | undefined {
		const value = this.given(name);
		if (value === undefined) return undefined;
		const json = jsonValue(value);
		return isObject(json) ? { ...json } : this.refuse(name, 'a JSON object');
	}

	raw(name: string): unknown {
		return this.given(name);
	}

	private given(name: string): unknown {
		const value = this.values[name];
		return value === '' || value === null ? undefined : value;
	}

	private refuse(name: string, expected: string): undefined {
		const message = `The option '${name}' must be ${expected}`;
		this.problems.push({ path: `${this.field}.${name}`, message });
		return undefined;
	}
}
