import type { INodeProperties } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';

/** A parameter with those it stands beside, and a place to name it by. */
export interface Parameter {
	at: string;
	parameter: INodeProperties;
	siblings: readonly INodeProperties[];
}

/** Every parameter, those inside collections too. */
export function everyParameter(list: readonly INodeProperties[], at = ''): Parameter[] {
	return list.flatMap((parameter) => {
		const here = { at: `${at}${parameter.name}`, parameter, siblings: list };
		return [here, ...groupsIn(parameter).flatMap((group) => everyParameter(group, `${here.at}.`))];
	});
}

function groupsIn({ type, options = [] }: INodeProperties): INodeProperties[][] {
	if (type === 'collection') return [options as INodeProperties[]];
	if (type !== 'fixedCollection') return [];
	return asArray(options).map((group) => asObject(group)['values'] as INodeProperties[]);
}

/** The values a parameter may have, where they are listed. */
export function valuesOf({ type, options = [] }: INodeProperties): unknown[] | undefined {
	if (type === 'boolean') return [true, false];
	if (type !== 'options' && type !== 'multiOptions') return undefined;
	return asArray(options).map((option) => asObject(option)['value']);
}

type Values = Record<string, unknown>;
type Conditional = Pick<INodeProperties, 'displayOptions'>;

/** Whether a parameter shows with these values of the others. */
export function isShown({ displayOptions = {} }: Conditional, values: Values): boolean {
	const { show = {}, hide = {} } = displayOptions;
	// A name with a slash is a parameter of the node, outside this list, and may be left open.
	const fits = ([name, wanted]: [string, unknown]) =>
		(name.startsWith('/') && !(name in values)) || asArray(wanted).includes(values[name]);
	const hidden = Object.entries(hide).some(fits);
	return Object.entries(show).every(fits) && !hidden;
}

/** All ways to set the parameters that others depend on. One that does not show has no value, as in n8n. */
export function combinations(list: readonly INodeProperties[]): Values[] {
	return inOrder(list).reduce<Values[]>(
		(all, name) =>
			all.flatMap((values) => {
				const shown = list.filter((one) => one.name === name && isShown(one, values));
				const choices = new Set(shown.flatMap((one) => valuesOf(one) ?? []));
				return choices.size === 0
					? [values]
					: [...choices].map((value) => ({ ...values, [name]: value }));
			}),
		outside(list),
	);
}

/** The names of parameters that others depend on, each after those that it depends on itself. */
function inOrder(list: readonly INodeProperties[]): string[] {
	const left = new Set(list.flatMap(namedBy));
	const order: string[] = [];
	while (left.size > 0) {
		const isFree = (name: string) =>
			list.every((one) => one.name !== name || !namedBy(one).some((other) => left.has(other)));
		const free = [...left].filter(isFree);
		if (free.length === 0) throw new Error(`${[...left].join(', ')} depend on one another`);
		for (const name of free) left.delete(name);
		order.push(...free);
	}
	return order;
}

function namedBy({ displayOptions = {} }: INodeProperties): string[] {
	const names = Object.keys({ ...displayOptions.show, ...displayOptions.hide });
	return names.filter((name) => !name.startsWith('/'));
}

/** The providers that a list is made for, where it has fields of one name for different ones. */
function outside(list: readonly INodeProperties[]): Values[] {
	const names = list.map(({ name }) => name);
	if (new Set(names).size === names.length) return [{}];
	const providers = list.flatMap(({ displayOptions }) => displayOptions?.show?.['/provider'] ?? []);
	return providers.length === 0
		? [{}]
		: [...new Set(providers)].map((provider) => ({ '/provider': provider }));
}
