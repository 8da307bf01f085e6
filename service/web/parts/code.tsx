/** A code of a provider, which may be long: it may break after its separators. */
export function Code({ code }: { code: string }) {
	return (
		<code>
			{code.split(/(?<=[_.:-])/).map((part, i) => (
				<span key={i}>
					{part}
					<wbr />
				</span>
			))}
		</code>
	);
}
