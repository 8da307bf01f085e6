import { asObject } from '../../json';

/**
 * The word of a body for the state of its message, in capitals. The guide calls the member `state`
 * in answers, `status` in its code, and `messageStatus` in webhooks.
 */
export function stateIn(body: unknown): string | undefined {
	const { messageStatus, state, status } = asObject(body);
	const words = [messageStatus, state, status].filter((word) => typeof word === 'string');
	return words.find((word) => word !== '')?.toUpperCase();
}
