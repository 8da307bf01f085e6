import { additionalFields, changeOf, contactOf, updateFields } from '../contactFields';
import { chosenIn, limitFields, limitOf, output, outputField, phoneField } from '../fields';
import { locator } from '../../shared/locators';
import { eachItem, manyItems, type Resource } from '../operation';

/** No provider says how many contacts one request may hold; with this many it stays well below a megabyte. */
const CONTACTS_A_REQUEST = 1000;

export const contactLocator = locator({
	name: 'contact',
	displayName: 'Contact',
	by: 'ID',
	placeholder: 'e.g. c-1001',
	method: ({ contacts }) => contacts?.list,
	choice: ({ id, phone }) => ({ name: phone, value: id }),
});

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'People in the address book of the provider',
	operations: [
		eachItem({
			name: 'Add',
			value: 'add',
			action: 'Add contact',
			description: 'Add a person',
			method: ({ contacts }) => contacts?.add,
			fields: [phoneField, additionalFields, outputField],
			run: async (add, call, job) => output(job, [await add(call, contactOf(job))]),
		}),
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many contacts',
			description: 'Get the people in the address book',
			method: ({ contacts }) => contacts?.list,
			fields: [...limitFields, outputField],
			run: async (list, call, job) => output(job, (await list(call)).slice(0, limitOf(job))),
		}),
		manyItems({
			name: 'Import',
			value: 'import',
			action: 'Import contacts',
			description: 'Add or update a person for each item, many in one request',
			method: ({ contacts }) => contacts?.import,
			most: CONTACTS_A_REQUEST,
			fields: [phoneField, additionalFields],
			part: contactOf,
			run: async (importAll, call, contacts) => [await importAll(call, contacts)],
		}),
		eachItem({
			name: 'Remove',
			value: 'remove',
			action: 'Remove contact',
			description: 'Remove a person',
			method: ({ contacts }) => contacts?.remove,
			fields: [contactLocator.field],
			async run(remove, call, job) {
				await remove(call, chosenIn(job, contactLocator.field));
				return [{ deleted: true }];
			},
		}),
		eachItem({
			name: 'Update',
			value: 'update',
			action: 'Update contact',
			description: 'Change what is known of a person',
			method: ({ contacts }) => contacts?.update,
			fields: [contactLocator.field, updateFields, outputField],
			run: async (update, call, job) => {
				const id = chosenIn(job, contactLocator.field);
				return output(job, [await update(call, id, changeOf(job))]);
			},
		}),
	],
};
