import { ADMIN_USER, INTEGRATION_USER } from './account';
import type { Access } from './permissions';
import { createLocks, type LockOwner, type Locks } from './records/locks';
import { createStore, type Store } from './records/store';
import { createValidationRules, type ValidationRules } from './records/validationRules';
import { createSchema, type Schema } from './schema/schema';

/** Everything an org is made of. */
export interface Org {
	schema: Schema;
	store: Store;
	locks: Locks;
	rules: ValidationRules;
	reset(): void;
}

/** Who asks for something, and as what it locks records. */
export interface Caller {
	access: Access;
	owner: LockOwner;
}

/** An org as it is delivered: its users, and nothing else. */
export function createOrg(): Org {
	const schema = createSchema();
	const store = createStore(() => new Date());
	const locks = createLocks();
	const rules = createValidationRules();

	function start(): void {
		for (const part of [schema, store, locks, rules]) part.reset();
		const users = schema.find('User');
		// Ids are counted up, so that these are the ids the demo account names.
		for (const { username, name } of [INTEGRATION_USER, ADMIN_USER])
			if (users)
				store.insert(users, { Username: username, Name: name, IsActive: true }, ADMIN_USER.id);
	}
	start();
	return { schema, store, locks, rules, reset: start };
}
