import type { ValidateFunction } from 'ajv';
import type { FastifyRequest } from 'fastify';

import { isObject } from '../../json';
import { violationsOf } from '../../validation';
import { demoAgent } from './demoAccount';
import { invalid, Refusal } from './errors';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a body against its schema. @throws Refusal */
export function readBody<T>(body: unknown, isValid: ValidateFunction<T>): T {
	const value = body ?? {};
	if (isValid(value)) return value;
	throw new Refusal(400, violationsOf(isValid));
}

/** The query of a request: `agentId` and the names given, nothing else. @throws Refusal */
export function readQuery(request: FastifyRequest, ...names: string[]): Record<string, string> {
	const query = isObject(request.query) ? request.query : {};
	const unknown = Object.keys(query).find((name) => name !== 'agentId' && !names.includes(name));
	if (unknown !== undefined) throw invalid(unknown, 'Cannot bind query parameter.');
	const agentId = query['agentId'] ?? agentIn(request.body);
	if (agentId !== demoAgent.id) throw new Refusal(403);
	return Object.fromEntries(names.map((name) => [name, readId(name, query[name])]));
}

/** Some methods have the agent in their body. */
function agentIn(body: unknown): unknown {
	return isObject(body) ? body['agentId'] : undefined;
}

function readId(name: string, value: unknown): string {
	if (typeof value === 'string' && UUID.test(value)) return value;
	throw invalid(name, value === undefined ? 'is required' : 'must be a UUID');
}

/** The phone of a path, with its plus sign. @throws Refusal */
export function readPhone(number: string): string {
	if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
	throw invalid('parent', 'must be phones/{E.164}');
}
