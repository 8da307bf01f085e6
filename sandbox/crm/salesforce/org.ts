import { ADMIN_USER, INTEGRATION_USER } from './account';
import type { Access } from './permissions';
import { createLocks, type LockOwner, type Locks } from './records/locks';
import { createStore, type Store } from './records/store';
import { createValidationRules, type ValidationRules } from './records/validationRules';
import { createRestrictions, type RestrictionStore } from './restrictions';
import { createSchema, type Schema } from './schema/schema';

/** Everything an org is made of. */
export interface Org {
	schema: Schema;
	store: Store;
	locks: Locks;
	rules: ValidationRules;
	restrictions: RestrictionStore;
	reset(): void;
}

/** Who asks for something, and as what it locks records. */
export interface Caller {
	access: Access;
	owner: LockOwner;
	/** What change events say of where a change came from. */
	origin?: string;
}

/** An org as it is delivered: its users, and nothing else. */
export function createOrg(): Org {
	const schema = createSchema();
	const store = createStore(() => new Date());
	const locks = createLocks();
	const rules = createValidationRules();
	const restrictions = createRestrictions();

	function start(): void {
		for (const part of [schema, store, locks, rules, restrictions]) part.reset();
		const users = schema.find('User');
		// Ids are counted up, so that these are the ids the demo account names.
		for (const { username, name } of [INTEGRATION_USER, ADMIN_USER])
			if (users)
				store.insert(
					users,
					{ Username: username, Name: name, IsActive: true },
					{
						userId: ADMIN_USER.id,
					},
				);
	}
	start();
	return { schema, store, locks, rules, restrictions, reset: start };
}
