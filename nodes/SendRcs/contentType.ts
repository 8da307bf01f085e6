import { saleSources } from '../../core/commerce/sale';

/** Shows a field for some message types only. */
export function forType(...messageType: string[]): { show: { messageType: string[] } } {
	return { show: { messageType } };
}

/** The same, unless the card is made of what a shop tells. */
export function forTypeByHand(messageType: string) {
	return { ...forType(messageType), hide: { cardsFrom: [...saleSources] } };
}
