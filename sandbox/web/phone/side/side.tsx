import type { OpenPhones } from '../lib/openPhones';
import type { LookChoice, Settings, ThemeChoice } from '../lib/settings';
import type { PhoneView } from '../lib/types';
import type { World } from '../lib/world';
import { AddPhone } from './addPhone';
import { PanelButton } from '../drawn/panelButton';
import { Choice } from './choice';
import { PhoneList } from './phoneList';

const looks: readonly (readonly [LookChoice, string])[] = [
	['phone', 'By phone'],
	['android', 'Android'],
	['ios', 'iOS'],
];
const themes: readonly (readonly [ThemeChoice, string])[] = [
	['system', 'System'],
	['light', 'Light'],
	['dark', 'Dark'],
];

const connections: Readonly<Record<World['connection'], string>> = {
	connecting: 'Connecting…',
	connected: 'Connected',
	lost: 'Not connected',
};

interface Props {
	connection: World['connection'];
	phones: readonly PhoneView[];
	opened: OpenPhones;
	unread(phone: PhoneView): number;
	settings: Settings;
	onSettings(change: Partial<Settings>): void;
	onOpen(number: string): void;
}

/** The left side: the phones, and how they look. */
export function Side(props: Props) {
	const { connection, phones, opened, unread, settings, onSettings, onOpen } = props;
	return (
		<nav class="side" aria-labelledby="phones-title">
			<header class="brand">
				<img src="/media/icon.svg" alt="" width="36" height="36" />
				<div>
					<h1>RCS sandbox</h1>
					<p role="status" class={`connection ${connection}`}>
						{connections[connection]}
					</p>
				</div>
				<PanelButton
					open={settings.panel}
					onToggle={() => onSettings({ panel: !settings.panel })}
				/>
			</header>
			<h2 id="phones-title">Phones</h2>
			<PhoneList phones={phones} opened={opened} unread={unread} onOpen={onOpen} />
			<AddPhone onAdded={onOpen} />
			<h2>Appearance</h2>
			<Choice
				label="Look"
				options={looks}
				value={settings.look}
				onChange={(look) => onSettings({ look })}
			/>
			<Choice
				label="Theme"
				options={themes}
				value={settings.theme}
				onChange={(theme) => onSettings({ theme })}
			/>
			<p class="more">
				<a href="/crm.html">Contacts in the CRMs</a>
			</p>
		</nav>
	);
}
