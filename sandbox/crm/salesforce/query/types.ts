import type { Value } from '../schema/types';

/** A field of the object, or one of a parent: `['Contact__r', 'LastName']`. */
export type FieldPath = readonly string[];

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export type Condition =
	| { kind: 'and' | 'or'; parts: readonly Condition[] }
	| { kind: 'not'; part: Condition }
	| { kind: 'compare'; path: FieldPath; operator: Comparison; value: Literal }
	| { kind: 'in'; path: FieldPath; values: readonly Literal[]; negated: boolean };

/** Times are told apart from texts: SOQL does not compare one with the other. */
export interface Literal {
	kind: 'text' | 'number' | 'boolean' | 'null' | 'time' | 'date';
	value: Value;
}

export interface OrderBy {
	path: FieldPath;
	descending: boolean;
	nullsLast: boolean;
}

export interface Query {
	/** Empty for `COUNT()`. */
	fields: readonly FieldPath[];
	from: string;
	where?: Condition;
	orderBy: readonly OrderBy[];
	limit?: number;
	offset?: number;
}
