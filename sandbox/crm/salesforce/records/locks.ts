import { seeded } from '../../../faults/seeded';
import { Refusal } from '../errors';

/** Who works on records: a request or a job. Everything it locks stays locked until it is done. */
export type LockOwner = symbol;

export interface Locks {
	/**
	 * Locks records for an owner, all or none.
	 *
	 * @throws Refusal when another holds one. The real one waits up to ten seconds first.
	 */
	lock(owner: LockOwner, ids: readonly string[]): void;
	holds(owner: LockOwner): boolean;
	release(owner: LockOwner): void;
	/** What an admin's long transaction would do, for tests. */
	hold(id: string): void;
	free(id: string): void;
	/** How many percent of the rows others write at the same moment. */
	setContention(percent: number, seed: number): void;
	reset(): void;
}

const ADMIN: LockOwner = Symbol('admin');

/** The records that are being written, and by whom. */
export function createLocks(): Locks {
	const owners = new Map<string, LockOwner>();
	let isBusy = () => false;
	return {
		lock(owner, ids) {
			const others = ids.filter((id) => owners.has(id) && owners.get(id) !== owner);
			const taken = others.length === 0 && isBusy() ? ids : others;
			if (taken.length > 0)
				throw new Refusal(
					'UNABLE_TO_LOCK_ROW',
					`unable to obtain exclusive access to this record or ${taken.length} records: ${taken.join(',')}`,
				);
			for (const id of ids) owners.set(id, owner);
		},
		holds: (owner) => [...owners.values()].includes(owner),
		release(owner) {
			for (const [id, other] of owners) if (other === owner) owners.delete(id);
		},
		hold: (id) => void owners.set(id, ADMIN),
		free: (id) => void owners.delete(id),
		setContention(percent, seed) {
			const random = seeded(seed);
			isBusy = () => random() * 100 < percent;
		},
		reset() {
			owners.clear();
			isBusy = () => false;
		},
	};
}
