import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../drawn/icon';
import { clock } from '../lib/times';
import type { PhoneView } from '../lib/types';

const MINUTE_MS = 60_000;

/** The top edge of the screen: time, and how the phone is connected. */
export function StatusBar({ phone }: { phone: PhoneView }) {
	const [now, setNow] = useState(() => new Date());
	useEffect(() => {
		const tick = setInterval(() => setNow(new Date()), MINUTE_MS / 6);
		return () => clearInterval(tick);
	}, []);
	const airplane = phone.airplane === true;
	return (
		<div class="status-bar">
			<span class="now">{clock(now)}</span>
			<span class="island" aria-hidden="true" />
			<span class="signals" role="img" aria-label={connectionOf(phone)}>
				{airplane ? <Icon name="airplane" /> : <Bars on={4} />}
				{!airplane && <span class="network">{networkOf(phone)}</span>}
				<span class="battery" />
			</span>
		</div>
	);
}

function connectionOf(phone: PhoneView): string {
	if (phone.airplane === true) return 'Airplane mode';
	if (!phone.online) return 'No data connection';
	return phone.rcs ? 'Connected' : 'Connected, without RCS';
}

const networkOf = ({ online }: PhoneView): string => (online ? '5G' : 'No data');

function Bars({ on }: { on: number }) {
	return (
		<svg class="bars" viewBox="0 0 18 12">
			{[0, 1, 2, 3].map((bar) => (
				<rect
					key={bar}
					x={bar * 5}
					y={9 - bar * 3}
					width="3"
					height={3 + bar * 3}
					rx="1"
					opacity={bar < on ? 1 : 0.3}
				/>
			))}
		</svg>
	);
}
