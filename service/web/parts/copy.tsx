import { useState } from 'preact/hooks';

/** Something to be pasted elsewhere, with a button that copies it. */
export function Copy({ text, what }: { text: string; what: string }) {
	const [copied, setCopied] = useState(false);
	const copy = () =>
		navigator.clipboard.writeText(text).then(
			() => setCopied(true),
			// It is not allowed here: the text can still be marked and copied.
			() => setCopied(false),
		);
	return (
		<span class="copy">
			<code>{text}</code>
			{/* Browsers have a clipboard only where the page is loaded over TLS or from this computer. */}
			{isSecureContext && (
				<button type="button" class="button" onClick={copy} aria-label={`Copy ${what}`}>
					{copied ? 'Copied' : 'Copy'}
				</button>
			)}
		</span>
	);
}
