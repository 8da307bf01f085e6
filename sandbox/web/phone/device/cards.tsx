import type { ComponentChildren } from 'preact';
import { Icon } from '../drawn/icon';
import { useSwipe } from './useSwipe';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Cards to swipe through: with a finger, with the arrow keys, or with the buttons below them. */
export function Cards({ count, children }: { count: number; children: ComponentChildren }) {
	const { wrap, current, go, isScroller } = useSwipe(count);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = STEPS[event.key];
		if (step === undefined || !isScroller(event.target)) return;
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
					aria-disabled={current === 0}
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
					aria-disabled={current >= count - 1}
					onClick={() => go(current + 1)}
				>
					<Icon name="next" />
				</button>
			</div>
		</div>
	);
}
