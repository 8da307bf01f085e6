import type { PhoneView, Traits } from '../lib/types';
import type { Acts } from './useActs';

const switches: readonly { trait: keyof Traits; word: string; about: string }[] = [
	{ trait: 'online', word: 'Online', about: 'Phone is online' },
	{ trait: 'airplane', word: 'Airplane', about: 'Airplane mode' },
	{ trait: 'rcs', word: 'RCS', about: 'RCS is on' },
	{ trait: 'reads', word: 'Receipts', about: 'Sends read receipts' },
];

interface Props {
	phone: PhoneView;
	acts: Pick<Acts, 'change' | 'toggle'>;
}

/** What a person can switch in the settings of a phone. */
export function Switches({ phone, acts }: Props) {
	return (
		<div class="switches" role="group" aria-label="Phone settings">
			{switches.map(({ trait, word, about }) => (
				<button
					key={trait}
					type="button"
					role="switch"
					class="switch"
					aria-checked={phone[trait]}
					aria-label={about}
					onClick={() => acts.toggle(trait, phone[trait] === true)}
				>
					<span class="track" aria-hidden="true" />
					{word}
				</button>
			))}
			{phone.blocked && (
				<button type="button" class="unblock" onClick={() => acts.change({ blocked: false })}>
					Unblock senders
				</button>
			)}
		</div>
	);
}
