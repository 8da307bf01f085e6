import { Icon } from '../drawn/icon';
import { Sheet } from './sheet';

const keys = [
	['1', ''],
	['2', 'ABC'],
	['3', 'DEF'],
	['4', 'GHI'],
	['5', 'JKL'],
	['6', 'MNO'],
	['7', 'PQRS'],
	['8', 'TUV'],
	['9', 'WXYZ'],
	['*', ''],
	['0', '+'],
	['#', ''],
] as const;

/** The phone's dialler, with the number filled in. Nothing is called from here. */
export function DiallerSheet({ phoneNumber, onClose }: { phoneNumber: string; onClose(): void }) {
	return (
		<Sheet title="Phone" size="tall" onClose={onClose}>
			<p class="number">{phoneNumber}</p>
			<div class="keypad" aria-hidden="true">
				{keys.map(([digit, letters]) => (
					<span key={digit}>
						{digit}
						<small>{letters}</small>
					</span>
				))}
			</div>
			<a class="call" href={`tel:${phoneNumber}`} aria-label={`Call ${phoneNumber}`}>
				<Icon name="dial" />
			</a>
			<p class="soft">Call opens the phone app of this computer, if it has one.</p>
		</Sheet>
	);
}
