import type { FastifyInstance } from 'fastify';

import { compact, isObject, type JsonObject } from '../../../json';
import { anyString, bool, list, object, oneOf } from '../../../providers/schema';
import { compile } from '../../../validation';
import { PORTAL_ID, VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { conflict, invalid, notFound } from '../errors';
import type { EventDefinition } from '../events/store';
import { readBody } from '../input';
import type { Portal } from '../portal';
import { propertyTypes, type PropertyType } from '../properties/properties';
import { needsTier } from './events';

const MOST_DEFINITIONS = 500;
const NAME = /^[a-z][a-z0-9_]{0,49}$/;

interface PropertyInput {
	name?: string;
	label: string;
	type: PropertyType;
}

interface Input {
	label: string;
	name?: string;
	description?: string;
	primaryObject?: string;
	propertyDefinitions: PropertyInput[];
	customMatchingId?: {
		primaryObjectRule: { eventPropertyName: string; targetObjectPropertyName: string };
	};
}

const rule = object({ 'eventPropertyName!': anyString, 'targetObjectPropertyName!': anyString });

const property = object({
	name: anyString,
	'label!': anyString,
	'type!': oneOf(...propertyTypes),
	description: anyString,
	options: list(object({ 'label!': anyString, 'value!': anyString })),
});

const isProperty = compile<PropertyInput>(property);

const isDefinition = compile<Input>(
	object({
		'label!': anyString,
		name: anyString,
		description: anyString,
		primaryObject: oneOf('CONTACT'),
		includeDefaultProperties: bool,
		'propertyDefinitions!': list(property),
		customMatchingId: object({ 'primaryObjectRule!': rule }),
	}),
);

interface Path {
	Params: { name: string };
}

/** The custom events an account knows. */
export function eventDefinitionRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const { events, clock, properties } = portal;
	const base = `/events/custom/${VERSION}/event-definitions`;
	const hooks = {
		preHandler: [auth.needs('behavioral_events.event_definitions.read_write'), needsTier(portal)],
	};

	function find(name: string): EventDefinition {
		const found = events.definition(name);
		if (found) return found;
		throw notFound(`The event definition ${name} does not exist`);
	}

	app.get(base, hooks, async ({ query }) => {
		const { searchString = '', includeProperties } = readQuery(query);
		const found = events.definitions().filter(({ name }) => name.includes(searchString));
		const results = found.map((one) => show(one, includeProperties === 'true'));
		return { total: results.length, results };
	});

	app.get<Path>(`${base}/:name`, hooks, async ({ params }) => show(find(params.name)));

	app.post<Path>(`${base}/:name/property`, hooks, async ({ params, body }, reply) => {
		const { properties: known } = find(params.name);
		const property = toProperty(readBody(body, isProperty));
		if (known.some(({ name }) => name === property.name))
			throw conflict(`The event has a property named ${property.name} already`);
		known.push(property);
		return reply.code(201).send(property);
	});

	app.post(base, hooks, async ({ body }, reply) => {
		const input = readBody(body, isDefinition);
		const name = input.name ?? toName(input.label);
		const matching = input.customMatchingId?.primaryObjectRule;
		if (!NAME.test(name))
			throw invalid(`Event name "${name}" must be lower-case letters, digits and underscores`);
		if (events.definition(name)) throw conflict(`An event definition named ${name} already exists`);
		if (events.definitions().length >= MOST_DEFINITIONS)
			throw invalid(`There can be at most ${MOST_DEFINITIONS} event definitions`);
		if (matching && !properties.find('contacts', matching.targetObjectPropertyName))
			throw invalid(`Property "${matching.targetObjectPropertyName}" does not exist`);
		const definition: EventDefinition = compact({
			name,
			fullyQualifiedName: `pe${PORTAL_ID}_${name}`,
			label: input.label,
			description: input.description ?? '',
			properties: input.propertyDefinitions.map(toProperty),
			matching,
			createdAt: clock.iso(),
		});
		events.define(definition);
		return reply.code(201).send(show(definition));
	});

	app.delete<Path>(`${base}/:name`, hooks, async ({ params }, reply) => {
		events.remove(find(params.name).name);
		return reply.code(204).send();
	});
}

const toName = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, '_');

const toProperty = ({
	name,
	label,
	type,
}: PropertyInput): EventDefinition['properties'][number] => ({
	name: name ?? toName(label),
	label,
	type,
});

const readQuery = (query: unknown): { searchString?: string; includeProperties?: string } =>
	isObject(query)
		? Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string'))
		: {};

const show = (
	{ label, matching, properties, ...definition }: EventDefinition,
	withProperties = true,
): JsonObject => ({
	...definition,
	labels: { singular: label, plural: label },
	primaryObject: 'CONTACT',
	archived: false,
	...(withProperties ? { properties } : {}),
	...(matching ? { customMatchingId: { primaryObjectRule: matching } } : {}),
});
