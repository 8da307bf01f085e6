import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../drawn/icon';

const SCROLLER = '.rcs-carousel';

/** Cards to swipe through: with a finger, with the arrow keys, or with the buttons below them. */
export function Cards({ count, children }: { count: number; children: ComponentChildren }) {
	const wrap = useRef<HTMLDivElement>(null);
	const [current, setCurrent] = useState(0);
	/** The card on the way to which it scrolls: until then the cards passed by are none that was chosen. */
	const wanted = useRef<number | undefined>(undefined);
	const scroller = () => wrap.current?.querySelector<HTMLElement>(SCROLLER) ?? undefined;

	useEffect(() => {
		const element = scroller();
		if (!element) return;
		element.setAttribute('aria-label', `${count} cards`);
		const onEnd = () => {
			wanted.current = undefined;
			setCurrent(nearest(element));
		};
		const onScroll = () => {
			if (wanted.current === undefined || wanted.current === nearest(element)) onEnd();
		};
		element.addEventListener('scroll', onScroll, { passive: true });
		element.addEventListener('scrollend', onEnd, { passive: true });
		return () => {
			element.removeEventListener('scroll', onScroll);
			element.removeEventListener('scrollend', onEnd);
		};
	}, [count]);

	const go = (index: number) => {
		const element = scroller();
		const card = element?.children[index];
		if (!element || !(card instanceof HTMLElement)) return;
		wanted.current = index;
		element.scrollTo({ left: card.offsetLeft - middle(element, card) });
		setCurrent(index);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.target !== scroller()) return;
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step === undefined) return;
		event.preventDefault();
		go(current + step);
	};
	return (
		<div class="cards" ref={wrap} onKeyDown={onKeyDown}>
			{children}
			<div class="cards-bar">
				<button
					type="button"
					aria-label="Previous card"
					disabled={current === 0}
					onClick={() => go(current - 1)}
				>
					<Icon name="chevronBack" />
				</button>
				<span aria-live="polite">
					{current + 1} of {count}
				</span>
				<button
					type="button"
					aria-label="Next card"
					disabled={current >= count - 1}
					onClick={() => go(current + 1)}
				>
					<Icon name="next" />
				</button>
			</div>
		</div>
	);
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
