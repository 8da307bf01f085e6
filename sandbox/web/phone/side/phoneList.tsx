import { Icon } from '../drawn/icon';
import type { OpenPhones } from '../lib/openPhones';
import type { PhoneView } from '../lib/types';

interface Props {
	phones: readonly PhoneView[];
	opened: OpenPhones;
	unread(phone: PhoneView): number;
	onOpen(number: string): void;
}

/** The phones of the sandbox: a tap opens one, the plus sign puts it beside the others. */
export function PhoneList({ phones, opened, unread, onOpen }: Props) {
	return (
		<ul class="phone-list">
			{phones.map((phone) => {
				const { number, name } = phone;
				const shown = opened.open.includes(number);
				return (
					<li key={number} class={shown ? 'shown' : ''}>
						<button
							type="button"
							class="listed"
							aria-current={number === opened.active}
							onClick={() => onOpen(number)}
						>
							<span class="sign">
								<Icon name="phone" />
							</span>
							<span class="name">{name}</span>
							<span class="about">
								{number} · {describe(phone)}
							</span>
							<Unread count={unread(phone)} />
						</button>
						{!shown && !opened.full && (
							<button
								type="button"
								class="round beside"
								aria-label={`Open ${name} ${number} beside the others`}
								onClick={() => opened.add(number)}
							>
								<Icon name="add" />
							</button>
						)}
					</li>
				);
			})}
		</ul>
	);
}

function Unread({ count }: { count: number }) {
	if (count === 0) return null;
	const label = `${count} unread ${count === 1 ? 'message' : 'messages'}`;
	return (
		<span class="count" role="img" aria-label={label}>
			{count}
		</span>
	);
}

function describe({ rcs, online, airplane, blocked, blockedAgents }: PhoneView): string {
	if (airplane) return 'airplane';
	if (!rcs) return 'SMS';
	if (blocked) return 'blocked';
	if (!online) return 'offline';
	return blockedAgents.length > 0 ? 'RCS, blocks a sender' : 'RCS';
}
