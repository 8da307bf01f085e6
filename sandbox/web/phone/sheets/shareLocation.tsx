import { DrawnMap } from './map';
import { Sheet } from './sheet';

/** Asks before the phone tells where it is. */
export function ShareLocationSheet({ onSend, onClose }: { onSend(): void; onClose(): void }) {
	return (
		<Sheet title="Share your location?" onClose={onClose}>
			<DrawnMap />
			<p>The business gets one point: where this phone is now.</p>
			<p class="soft">Every phone of the sandbox stands at a landmark, at nobody's home.</p>
			<div class="row">
				<button type="button" onClick={onClose}>
					Cancel
				</button>
				<button type="button" class="primary" onClick={onSend}>
					Send Location
				</button>
			</div>
		</Sheet>
	);
}
