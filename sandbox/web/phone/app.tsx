import { useState } from 'preact/hooks';
import { Device } from './device/device';
import { Strip } from './device/strip';
import { PanelButton } from './drawn/panelButton';
import { Inspector, type Tab } from './inspector/inspector';
import { demos, sendDemo } from './lib/demos';
import { sentStateOf } from './lib/sentState';
import { lookOf, useSettings, useTheme } from './lib/settings';
import type { InboundEntry, MessageEntry, PhoneView } from './lib/types';
import { useOpenPhones } from './lib/openPhones';
import { useUnread } from './lib/unread';
import { useStable } from './lib/useStable';
import { useWorld } from './lib/useWorld';
import { Lost, Waiting } from './lost';
import { NoSuchPhone } from './noSuchPhone';
import { Side } from './side/side';

/** A number that nobody set up: a subscriber without RCS. */
const stranger = (number: string): PhoneView => ({
	...{ number, name: 'Unknown subscriber', rcs: false, online: true, airplane: false },
	...{ blocked: false, blockedAgents: [], reads: true, whatsapp: true, delivered: 0 },
});

/** The page: phones side by side, the list of them, and what is behind their messages. */
export function App() {
	const opened = useOpenPhones();
	const { world, retry } = useWorld(opened.open);
	const [settings, change] = useSettings();
	const theme = useTheme(settings.theme);
	const unread = useUnread(world.phones, opened.open);
	const [tab, setTab] = useState<Tab>('try');
	/** On a small screen either the list or a phone is there. */
	const [onPhone, setOnPhone] = useState(opened.named || opened.refused !== undefined);
	const [chosen, setChosen] = useState<string>();

	const openPhone = useStable((number: string) => {
		opened.show(number);
		setOnPhone(true);
	});
	const inspect = ({ key }: MessageEntry) => {
		setChosen(key);
		setTab('message');
		change({ panel: true });
	};
	const message = messageToShow(world.timelines, opened.active, chosen);
	const answers = (world.timelines[message?.to ?? ''] ?? []).filter(
		(entry): entry is InboundEntry =>
			entry.type === 'inbound' && entry.pairedMessageId === message?.id,
	);

	return (
		<div class={`page ${onPhone ? 'on-phone' : ''} ${settings.panel ? 'with-panel' : ''}`}>
			<Side
				connection={world.connection}
				phones={world.phones}
				opened={opened}
				unread={unread}
				settings={settings}
				onSettings={change}
				onOpen={openPhone}
			/>
			<main class="stage">
				{world.connection === 'lost' && <Lost onRetry={retry} />}
				{opened.refused !== undefined && (
					<NoSuchPhone asked={opened.refused} shown={opened.active} />
				)}
				<Strip>
					{world.agents.length === 0 && <Waiting connection={world.connection} />}
					{world.agents.length > 0 &&
						opened.open.map((number) => {
							const phone = world.phones.find((one) => one.number === number);
							return (
								<Device
									key={number}
									phone={phone ?? stranger(number)}
									known={phone !== undefined}
									timeline={world.timelines[number] ?? []}
									agents={world.agents}
									typing={world.typing
										.filter((one) => one.phone === number)
										.map((one) => one.agent)}
									look={lookOf(settings.look, phone?.name ?? '')}
									theme={theme}
									active={number === opened.active}
									sentState={(inbound) => sentStateOf(inbound, world.traffic)}
									onActivate={() => opened.activate(number)}
									onInspect={inspect}
									onDemo={() => sendDemo(demos[0], number)}
									onBack={() => setOnPhone(false)}
									onClose={opened.open.length > 1 ? () => opened.close(number) : undefined}
								/>
							);
						})}
				</Strip>
				{!settings.panel && <PanelButton open={false} onToggle={() => change({ panel: true })} />}
			</main>
			{settings.panel && (
				<Inspector
					tab={tab}
					onTab={setTab}
					onClose={() => change({ panel: false })}
					number={opened.active}
					message={message}
					answers={answers}
					traffic={world.traffic}
				/>
			)}
		</div>
	);
}

/** The message that was chosen, else the latest of the active phone. */
function messageToShow(
	timelines: Readonly<Record<string, readonly (MessageEntry | InboundEntry)[]>>,
	active: string,
	chosen: string | undefined,
): MessageEntry | undefined {
	const messages = Object.values(timelines)
		.flat()
		.filter((entry) => entry.type === 'message');
	return messages.find(({ key }) => key === chosen) ?? messages.findLast(({ to }) => to === active);
}
