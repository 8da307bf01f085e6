import { Icon } from './icon';

/** Shows or hides the panel with what is behind the messages. */
export function PanelButton({ open, onToggle }: { open: boolean; onToggle(): void }) {
	return (
		<button
			type="button"
			class="round panel-button"
			aria-label={open ? 'Hide the panel' : 'Show the panel'}
			onClick={onToggle}
		>
			<Icon name="panel" />
		</button>
	);
}
