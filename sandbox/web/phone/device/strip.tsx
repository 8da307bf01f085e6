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
	const move = (phones: number) => {
		const width = box.current?.firstElementChild?.clientWidth ?? 0;
		box.current?.scrollBy({ left: phones * width });
	};
	return (
		<div class="strip">
			<div class="devices" ref={box} onScroll={look}>
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
