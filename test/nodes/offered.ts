import {
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	NodeHelpers,
} from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { everyParameter } from './parameters';

/** What n8n shows of a node's form when it is filled in like this; `at` is the way to a field inside others. */
export function formOf({ description }: INodeType, values: INodeParameters) {
	const node = { typeVersion: 1 } as never;
	const filled =
		NodeHelpers.getNodeParameters(description.properties, values, true, false, node, description) ??
		{};
	const isShown = (part: Pick<INodeProperties, 'displayOptions'>, beside: INodeParameters) =>
		NodeHelpers.displayParameter(beside, part as INodeProperties, node, description, filled);
	const shown = description.properties.filter((field) => isShown(field, filled));
	return {
		names: shown.map(({ name }) => name),
		field: (name: string) => shown.find((field) => field.name === name),
		/** The choices or fields inside a field, as values or names. */
		inside(at: string, beside: INodeParameters = filled): unknown[] {
			const found = everyParameter(shown).find((one) => one.at === at);
			return asArray(found?.parameter.options)
				.map(asObject)
				.filter((option) => isShown(option, beside))
				.map(({ value, name }) => value ?? name);
		},
	};
}
