import { Sheet } from './sheet';

interface Props {
	name: string;
	/** Whether it is reported as spam as well. */
	spam: boolean;
	onBlock(): void;
	onClose(): void;
}

/** Asks before the phone takes nothing from this business any more. */
export function BlockSheet({ name, spam, onBlock, onClose }: Props) {
	return (
		<Sheet title={spam ? `Report ${name} as spam?` : `Block ${name}?`} onClose={onClose}>
			<p>
				{spam
					? 'It is blocked, and its provider is told of the report, where the provider passes such reports on.'
					: 'Its messages to this phone fail from now on, and their fallback follows.'}
			</p>
			<div class="row">
				<button type="button" onClick={onClose}>
					Cancel
				</button>
				<button type="button" class="primary danger" onClick={onBlock}>
					{spam ? 'Report and Block' : 'Block'}
				</button>
			</div>
		</Sheet>
	);
}
