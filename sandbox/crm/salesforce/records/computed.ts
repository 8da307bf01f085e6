import type { ObjectType } from '../schema/types';
import type { Values } from './store';

/** Objects whose name is put together from the parts of a person's name. */
const people = ['Contact', 'Lead'];

/** What the system writes beside what was given; `count` is how many records a new one comes after. */
export function computed(object: ObjectType, values: Values, count?: number): Values {
	if (object.autoNumber !== undefined)
		return count === undefined ? {} : { Name: numbered(object.autoNumber, count + 1) };
	if (!people.includes(object.name)) return {};
	const { FirstName: first, LastName: last } = values;
	return { Name: [first, last].filter(Boolean).join(' ') };
}

/** `RCS-{0000}` and 7 are `RCS-0007`. */
const numbered = (format: string, number: number): string =>
	format.replace(/\{(0+)\}/, (_whole, zeros: string) => String(number).padStart(zeros.length, '0'));
