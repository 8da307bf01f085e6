import * as v from 'valibot';
import { lookUp } from '../../core/json';
import { isPromotional, type PurposeKind, purposeName } from '../../core/policy/promotional';
import { text } from './values';

interface Purpose {
	kind?: PurposeKind;
}

/** Purposes by their names, as names are compared. */
export function purposesOf<T extends Purpose>(purpose: v.GenericSchema<unknown, T>) {
	return v.pipe(
		v.record(text, purpose),
		v.check(
			(purposes) =>
				new Set(Object.keys(purposes).map(purposeName)).size === Object.keys(purposes).length,
			'names a purpose twice: capitals and spaces around a name make no difference',
		),
		v.check(
			(purposes) =>
				Object.entries(purposes).every(
					([name, { kind }]) => kind !== 'transactional' || mayBe(name),
				),
			'has a purpose of the kind transactional that cannot be: marketing and * are promotional',
		),
		v.transform((purposes) =>
			Object.fromEntries(Object.entries(purposes).map(([name, one]) => [purposeName(name), one])),
		),
	);
}

function mayBe(name: string): boolean {
	return name !== '*' && !isPromotional({ purpose: name, kind: 'transactional' });
}

/** What the configuration says of a purpose, for `isPromotional`. */
export function kindOf(
	purposes: Readonly<Record<string, Purpose>>,
	purpose: string,
): { kind?: PurposeKind } {
	const kind = lookUp(purposes, purpose)?.kind;
	return kind === undefined ? {} : { kind };
}
