import { Icon } from '../drawn/icon';
import type { PhoneView } from '../lib/types';

/** A conversation without a message says how to get one. */
export function EmptyChat({ phone, onDemo }: { phone: PhoneView; onDemo(): void }) {
	return (
		<div class="no-messages">
			<Icon name="chat" />
			<strong>No messages yet</strong>
			<p>Send one to {phone.number} from your workflow, or try it here:</p>
			<button type="button" class="primary" onClick={onDemo}>
				Send a Demo Message
			</button>
		</div>
	);
}
