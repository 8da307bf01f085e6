import type { INodeProperties } from 'n8n-workflow';
import {
	chosenIn,
	limitFields,
	limitOf,
	output,
	outputField,
	phoneField,
	phoneOf,
	senderField,
} from '../fields';
import { locator } from '../../shared/locators';
import { eachItem, type Job, type Resource } from '../operation';

export const testNumberLocator = locator({
	name: 'testNumber',
	displayName: 'Test Number',
	by: 'Number',
	placeholder: 'e.g. +447700900123',
	method: ({ testNumbers }) => testNumbers?.list,
	choice: ({ number, status }) => ({
		name: `${number}${status ? ` (${status})` : ''}`,
		value: number,
	}),
});

const primaryField: INodeProperties = {
	displayName: 'Primary',
	name: 'primary',
	type: 'boolean',
	default: true,
	description: 'Whether the number stands for this agent',
};

function numberOf(job: Job): string {
	return phoneOf(chosenIn(job, testNumberLocator.field));
}

export const testNumber: Resource = {
	name: 'Test Number',
	value: 'testNumber',
	description: 'Phones that may receive messages before the agent is launched',
	operations: [
		eachItem({
			name: 'Add',
			value: 'add',
			action: 'Add test number',
			description: 'Invite a phone; its owner has to accept',
			method: ({ testNumbers }) => testNumbers?.add,
			fields: [senderField, phoneField, outputField],
			run: async (add, call, job) =>
				output(job, [await add(call, phoneOf(job.read('phoneNumber')))]),
		}),
		eachItem({
			name: 'Get',
			value: 'get',
			action: 'Get test number',
			description: 'Get one test number as it is now',
			method: ({ testNumbers }) => testNumbers?.get,
			fields: [senderField, testNumberLocator.field, outputField],
			run: async (get, call, job) => output(job, [await get(call, numberOf(job))]),
		}),
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many test numbers',
			description: 'Get the test numbers of an agent, and who accepted',
			method: ({ testNumbers }) => testNumbers?.list,
			fields: [senderField, ...limitFields, outputField],
			run: async (list, call, job) => output(job, (await list(call)).slice(0, limitOf(job))),
		}),
		eachItem({
			name: 'Refresh',
			value: 'refresh',
			action: 'Refresh test number',
			description: 'Invite a phone again, or ask for its state',
			method: ({ testNumbers }) => testNumbers?.refresh,
			fields: [senderField, testNumberLocator.field],
			async run(refresh, call, job) {
				const number = numberOf(job);
				await refresh(call, number);
				return [{ number, refreshed: true }];
			},
		}),
		eachItem({
			name: 'Remove',
			value: 'remove',
			action: 'Remove test number',
			description: 'Remove a phone from the test numbers',
			method: ({ testNumbers }) => testNumbers?.remove,
			fields: [senderField, testNumberLocator.field],
			async run(remove, call, job) {
				await remove(call, numberOf(job));
				return [{ deleted: true }];
			},
		}),
		eachItem({
			name: 'Set Primary',
			value: 'setPrimary',
			action: 'Set primary of test number',
			description: 'Choose the agent a number stands for, where several agents share it',
			method: ({ testNumbers }) => testNumbers?.setPrimary,
			fields: [senderField, testNumberLocator.field, primaryField, outputField],
			run: async (setPrimary, call, job) =>
				output(job, [await setPrimary(call, numberOf(job), job.read('primary') === true)]),
		}),
	],
};
