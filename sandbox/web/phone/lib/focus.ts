import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const FOCUSABLE =
	'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Keeps the focus inside an element while it is there, and gives it back afterwards. */
export function useFocusTrap(ref: RefObject<HTMLElement | null>, onEscape: () => void): void {
	useLayoutEffect(() => {
		const before = document.activeElement;
		ref.current?.focus();
		return () => {
			// What had it may still be inert while this is taken away.
			queueMicrotask(() => {
				if (before instanceof HTMLElement && before.isConnected) before.focus();
			});
		};
	}, [ref]);

	useLayoutEffect(() => {
		const element = ref.current;
		if (!element) return;
		const onKey = (event: KeyboardEvent) => {
			if (event.key === 'Escape') {
				event.stopPropagation();
				onEscape();
			}
			if (event.key === 'Tab') keepInside(element, event);
		};
		element.addEventListener('keydown', onKey);
		return () => element.removeEventListener('keydown', onKey);
	}, [ref, onEscape]);
}

function keepInside(element: HTMLElement, event: KeyboardEvent): void {
	const stops = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
	const [first, last] = [stops[0], stops.at(-1)];
	const focused = document.activeElement;
	if (event.shiftKey && (focused === first || focused === element)) {
		event.preventDefault();
		last?.focus();
	} else if (!event.shiftKey && focused === last) {
		event.preventDefault();
		first?.focus();
	}
}

/** Where the focus goes when what had it is gone: the field to write in, or the head of a list. */
const START = '[data-start]';

/** Keeps the focus inside an element although what had it goes away: a chip that was tapped, a line of a list. */
export function useFocusKept(ref: RefObject<HTMLElement | null>): void {
	const focused = useRef<Element | undefined>(undefined);
	useLayoutEffect(() => {
		const element = ref.current;
		if (!element) return;
		const onFocus = ({ target }: FocusEvent) => {
			focused.current = target instanceof Element ? target : undefined;
		};
		const onBlur = ({ target }: FocusEvent) =>
			// What is taken away loses the focus before it is gone; all else was left on purpose.
			queueMicrotask(() => {
				if (focused.current === target && focused.current?.isConnected === true)
					focused.current = undefined;
			});
		element.addEventListener('focusin', onFocus);
		element.addEventListener('focusout', onBlur);
		return () => {
			element.removeEventListener('focusin', onFocus);
			element.removeEventListener('focusout', onBlur);
		};
	}, [ref]);

	useLayoutEffect(() => {
		if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
		focused.current = undefined;
		ref.current?.querySelector<HTMLElement>(START)?.focus();
	});
}
