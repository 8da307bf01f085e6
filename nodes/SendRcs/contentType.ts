/** Shows a field for some message types only. */
export function forType(...messageType: string[]): { show: { messageType: string[] } } {
	return { show: { messageType } };
}
