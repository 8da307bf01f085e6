/** A share as a bar. The number stands beside it. `tone` names its colour. */
export function Bar({ part, all, tone = 'main' }: { part: number; all: number; tone?: string }) {
	return (
		<svg class={`bar ${tone}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
			<rect class="ground" width={100} height={10} />
			<rect class="part" width={all === 0 ? 0 : (part / all) * 100} height={10} />
		</svg>
	);
}
