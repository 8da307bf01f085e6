import { useRef } from 'preact/hooks';

/** The value there was last, while there is none: controls stay in place, and keep the focus, while a list is loaded. */
export function useKept<T>(value: T | undefined): T | undefined {
	const kept = useRef(value);
	if (value !== undefined) kept.current = value;
	return kept.current;
}
