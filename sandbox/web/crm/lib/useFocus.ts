import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where there is room for the list or a record only, one hides the other: the focus goes to the record that was
 * chosen, and back to its line in the list.
 */
export function useFocus(contact: string | undefined, record: RefObject<HTMLElement | null>): void {
	const before = useRef(contact);
	useLayoutEffect(() => {
		const left = before.current;
		before.current = contact;
		if (left === contact) return;
		if (contact === undefined) {
			const isLost =
				document.activeElement === document.body || document.activeElement === record.current;
			if (left !== undefined && isLost) lineOf(left)?.focus();
			return;
		}
		record.current?.scrollTo(0, 0);
		const isListHidden = document.querySelector<HTMLElement>('.side')?.offsetParent === null;
		if (isListHidden) record.current?.focus();
	}, [contact, record]);
}

const lineOf = (contact: string) =>
	document.querySelector<HTMLElement>(`[data-id="${CSS.escape(contact)}"]`);
