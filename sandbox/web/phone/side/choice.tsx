interface Props<T extends string> {
	label: string;
	options: readonly (readonly [value: T, word: string])[];
	value: T;
	onChange(value: T): void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
	return (
		<div class="choice" role="radiogroup" aria-label={label}>
			<span class="word" aria-hidden="true">
				{label}
			</span>
			<span class="segments">
				{options.map(([option, word]) => (
					<label key={option}>
						<input
							type="radio"
							name={label}
							checked={option === value}
							onChange={() => onChange(option)}
						/>
						<span>{word}</span>
					</label>
				))}
			</span>
		</div>
	);
}
