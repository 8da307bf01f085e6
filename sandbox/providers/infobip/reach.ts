import { isLaunched, type Sender } from './account';
import type { TestNumbers } from './testNumbers';

export interface Reach {
	/** Whether the sender may write to the number: before its launch, to approved testers only. */
	mayReach(sender: Sender, number: string): boolean;
}

export const createReach = (testNumbers: TestNumbers): Reach => ({
	mayReach: (sender, number) =>
		isLaunched(sender) || testNumbers.find(sender, number)?.status === 'APPROVED',
});
