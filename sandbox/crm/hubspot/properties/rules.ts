/** A rule an admin gave a property; writes over the API have to keep it too. */
export interface Rule {
	ruleType: 'MAX_LENGTH' | 'REGEX';
	ruleArguments: string[];
}

export interface Rules {
	set(property: string, rule: Rule): void;
	of(property: string): Rule | undefined;
	/** Why a value breaks the rule of its property, if it does. */
	problem(property: string, value: string): string | undefined;
	reset(): void;
}

/** Property validation rules, by property. */
export function createRules(): Rules {
	const rules = new Map<string, Rule>();
	return {
		set: (property, rule) => void rules.set(property, rule),
		of: (property) => rules.get(property),
		problem(property, value) {
			const rule = rules.get(property);
			if (!rule || value === '') return undefined;
			const [argument = ''] = rule.ruleArguments;
			if (rule.ruleType === 'MAX_LENGTH')
				return [...value].length > Number(argument)
					? `The value of "${property}" must have at most ${argument} characters.`
					: undefined;
			return new RegExp(argument, 'u').test(value)
				? undefined
				: `The value of "${property}" must match ${argument}.`;
		},
		reset: () => rules.clear(),
	};
}
