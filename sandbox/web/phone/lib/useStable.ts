import { useMemo, useRef } from 'preact/hooks';

/** Always the same function, which does what the latest one does: what is drawn with it need not be drawn anew. */
export function useStable<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
	const latest = useRef(act);
	latest.current = act;
	return useMemo(
		() =>
			(...args: A) =>
				latest.current(...args),
		[],
	);
}
