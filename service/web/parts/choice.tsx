import { useId } from 'preact/hooks';

interface Props<T extends string> {
	/** What is chosen, for those who do not see it. */
	label: string;
	options: readonly (readonly [value: T, label: string])[];
	value: T;
	onChange(value: T): void;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
	const name = useId();
	return (
		<fieldset class="segments">
			<legend class="hidden">{label}</legend>
			{options.map(([option, words]) => (
				<label key={option}>
					<input
						type="radio"
						name={name}
						checked={option === value}
						onChange={() => onChange(option)}
					/>
					<span>{words}</span>
				</label>
			))}
		</fieldset>
	);
}
