import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const SCROLLER = '.rcs-carousel';

interface Swipe {
	/** Goes around the cards. */
	wrap: RefObject<HTMLDivElement | null>;
	/** The card in the middle, from 0: the chosen one as soon as it is chosen. */
	current: number;
	/** Chooses a card; one that is not there is no choice. */
	go(index: number): void;
	isScroller(target: EventTarget | null): boolean;
}

/**
 * Which card is in the middle: the one somebody chose, or swiped to.
 * A browser stops a smooth scroll half-way when the focus moves or the next one begins, and does not always say so.
 * So a chosen card is not left to it: where the way there ends too early, the rest is made in one step. A finger, a
 * wheel or the focus in a card takes the choice back.
 */
export function useSwipe(count: number): Swipe {
	const wrap = useRef<HTMLDivElement>(null);
	const [current, setCurrent] = useState(0);
	/** The card on the way to which it scrolls: until then the cards passed by are none that was chosen. */
	const wanted = useRef<number | undefined>(undefined);
	const scroller = () => wrap.current?.querySelector<HTMLElement>(SCROLLER) ?? undefined;

	useEffect(() => {
		const element = scroller();
		if (!element) return;
		element.setAttribute('aria-label', `${count} cards`);
		let frame = 0;
		const finish = () => {
			const index = wanted.current;
			wanted.current = undefined;
			if (index === undefined) setCurrent(nearest(element));
			else scrollTo(element, index, 'instant');
		};
		const onScroll = () => {
			if (wanted.current === undefined) setCurrent(nearest(element));
		};
		const onHand = () => {
			wanted.current = undefined;
		};
		const onFocus = ({ target }: Event) => {
			if (target !== element) return onHand();
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(finish);
		};
		const listeners = {
			scroll: onScroll,
			scrollend: finish,
			focusin: onFocus,
			pointerdown: onHand,
			wheel: onHand,
		};
		for (const [name, listener] of Object.entries(listeners))
			element.addEventListener(name, listener, { passive: true });
		return () => {
			cancelAnimationFrame(frame);
			for (const [name, listener] of Object.entries(listeners))
				element.removeEventListener(name, listener);
		};
	}, [count]);

	const go = (index: number) => {
		const element = scroller();
		if (!element || index < 0 || index >= count) return;
		wanted.current = index;
		setCurrent(index);
		scrollTo(element, index, 'auto');
	};
	return { wrap, current, go, isScroller: (target) => target === scroller() };
}

function scrollTo(scroller: HTMLElement, index: number, behavior: ScrollBehavior): void {
	const card = scroller.children[index];
	if (card instanceof HTMLElement)
		scroller.scrollTo({ left: card.offsetLeft - middle(scroller, card), behavior });
}

/** How far from the left edge a card stands that is in the middle. */
const middle = (scroller: HTMLElement, card: HTMLElement): number =>
	scroller.offsetLeft + (scroller.clientWidth - card.offsetWidth) / 2;

/** The card closest to the middle; at either end the one at that end. */
function nearest(scroller: HTMLElement): number {
	const cards = [...scroller.children].filter((child) => child instanceof HTMLElement);
	if (scroller.scrollLeft <= 1) return 0;
	if (scroller.scrollLeft >= scroller.scrollWidth - scroller.clientWidth - 1)
		return cards.length - 1;
	const away = cards.map((card) =>
		Math.abs(card.offsetLeft - middle(scroller, card) - scroller.scrollLeft),
	);
	return away.indexOf(Math.min(...away));
}
