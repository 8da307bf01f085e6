import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../drawn/icon';

/** Lengths are fractions on screens with zoom: less than this is nothing. */
const NOTHING_PX = 4;

/** The phones side by side; what lies beyond an edge is a tap away. */
export function Strip({ children }: { children: ComponentChildren }) {
	const box = useRef<HTMLDivElement>(null);
	const [before, setBefore] = useState(false);
	const [after, setAfter] = useState(false);
	const look = () => {
		if (!box.current) return;
		const { scrollLeft, clientWidth, scrollWidth } = box.current;
		setBefore(scrollLeft > NOTHING_PX);
		setAfter(scrollLeft + clientWidth < scrollWidth - NOTHING_PX);
	};
	// Phones come and go with the children.
	useEffect(look, [children]);
	useEffect(() => {
		if (!box.current) return;
		const resized = new ResizeObserver(look);
		resized.observe(box.current);
		return () => resized.disconnect();
	}, []);
	/** Where it scrolls to: a second tap on the way there goes on from it. */
	const goal = useRef<number>(undefined);
	const forget = () => {
		goal.current = undefined;
	};
	const move = (phones: number) => {
		if (!box.current) return;
		const { firstElementChild: phone, scrollLeft, scrollWidth, clientWidth } = box.current;
		const left = (goal.current ?? scrollLeft) + phones * (phone?.clientWidth ?? 0);
		goal.current = Math.min(Math.max(left, 0), scrollWidth - clientWidth);
		box.current.scrollTo({ left: goal.current });
	};
	return (
		<div class="strip">
			<div
				class="devices"
				ref={box}
				onScroll={look}
				onScrollEnd={forget}
				onWheel={forget}
				onPointerDown={forget}
			>
				{children}
			</div>
			{before && (
				<button
					type="button"
					class="round beyond"
					aria-label="Phones to the left"
					onClick={() => move(-1)}
				>
					<Icon name="chevronBack" />
				</button>
			)}
			{after && (
				<button
					type="button"
					class="round beyond after"
					aria-label="Phones to the right"
					onClick={() => move(1)}
				>
					<Icon name="next" />
				</button>
			)}
		</div>
	);
}
