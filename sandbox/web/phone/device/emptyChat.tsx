import { useState } from 'preact/hooks';
import { Icon } from '../drawn/icon';
import type { PhoneView } from '../lib/types';

/** A conversation without a message says how to get one. */
export function EmptyChat({ phone, onDemo }: { phone: PhoneView; onDemo(): Promise<void> }) {
	const [problem, setProblem] = useState('');
	const send = () => {
		setProblem('');
		onDemo().catch((error: Error) => setProblem(`Not sent: ${error.message}`));
	};
	return (
		<div class="no-messages">
			<Icon name="chat" />
			<strong>No messages yet</strong>
			<p>Send one to {phone.number} from your workflow, or try it here:</p>
			<button type="button" class="primary" onClick={send}>
				Send a Demo Message
			</button>
			<p class="problem" role="alert">
				{problem}
			</p>
		</div>
	);
}
