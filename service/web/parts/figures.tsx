import type { ComponentChildren } from 'preact';

export interface Figure {
	label: string;
	value: ComponentChildren;
	/** In smaller letters below. */
	note?: ComponentChildren;
	/** The section that says more. */
	link?: string;
	tone?: 'bad' | 'warn';
}

/** Numbers that matter, side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
	return (
		<dl class="figures">
			{figures.map(({ label, value, note, link, tone }) => (
				<div key={label} class={tone ?? ''}>
					<dt>{link === undefined ? label : <a href={link}>{label}</a>}</dt>
					<dd>
						<b>{value}</b>
						{note && <span class="soft">{note}</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}
