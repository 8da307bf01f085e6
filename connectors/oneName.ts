/**
 * Of several names of the same thing, always the same one, whatever was told first: the longest, of equally
 * long ones the last by the alphabet. So a thing that is given another name as well never becomes shorter.
 */
export function oneName(
	names: readonly string[],
	lengthOf = ({ length }: string) => length,
): string | undefined {
	const inOrder = names.toSorted(
		(a, b) => lengthOf(a) - lengthOf(b) || Number(a > b) - Number(a < b),
	);
	return inOrder.at(-1);
}
