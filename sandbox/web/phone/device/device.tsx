import { useId, useMemo, useRef } from 'preact/hooks';
import { frameAttributes } from '../../../../handset/parts/frame';
import type { SentState } from '../../../../handset/parts/states';
import type { Look, Theme } from '../../../../handset/types';
import { Icon } from '../drawn/icon';
import { handsetAgent } from '../lib/agents';
import { chatsOf } from '../lib/chat';
import { useDrafts } from '../lib/useDrafts';
import type { Agent, Entry, InboundEntry, MessageEntry, PhoneView } from '../lib/types';
import { Screen } from './screen';
import { Switches } from './switches';
import { useActs } from './useActs';
import { useChat } from './useChat';

/** What somebody is in the middle of: words or a form that are not sent yet, an open sheet or menu. */
const BUSY = '[data-busy]';

export interface DeviceProps {
	phone: PhoneView;
	/** Whether anybody set this phone up; a number without one is a subscriber without RCS. */
	known: boolean;
	timeline: readonly Entry[];
	agents: readonly Agent[];
	typing: readonly Agent[];
	look: Look;
	theme: Theme;
	active: boolean;
	sentState(inbound: InboundEntry): SentState;
	onActivate(): void;
	onInspect(message: MessageEntry): void;
	onDemo(): Promise<void>;
	onBack(): void;
	onClose?: (() => void) | undefined;
}

/** A phone: its settings, and the device with what is on its screen. */
export function Device(props: DeviceProps) {
	const { phone, known, timeline, agents, look, theme, active, onActivate, onClose } = props;
	const chats = useMemo(() => chatsOf(timeline), [timeline]);
	const drafts = useDrafts();
	const frame = useRef<HTMLDivElement>(null);
	const isBusy = () => frame.current?.querySelector(BUSY) instanceof Element;
	const chat = useChat(chats, agents, isBusy);
	const acts = useActs(phone.number, chat.open?.agent);
	const titleId = useId();
	const accent = chat.open?.agent ?? agents[0];

	return (
		<section
			class={`device ${look}`}
			aria-labelledby={titleId}
			aria-current={active}
			data-phone={phone.number}
			onFocusCapture={onActivate}
			onPointerDownCapture={onActivate}
		>
			<header class="device-head">
				<button
					type="button"
					class="round list-back"
					aria-label="All phones"
					onClick={props.onBack}
				>
					<Icon name="chevronBack" />
				</button>
				<h2 id={titleId}>
					{phone.name} <small>{phone.number}</small>
				</h2>
				{onClose && (
					<button
						type="button"
						class="round"
						aria-label={`Close ${phone.name} ${phone.number}`}
						onClick={onClose}
					>
						<Icon name="close" />
					</button>
				)}
				{known ? (
					<Switches phone={phone} acts={acts} />
				) : (
					<p class="stranger">
						Nobody set this phone up: it takes SMS only.
						<button type="button" onClick={() => acts.change({ rcs: true })}>
							Turn RCS On
						</button>
					</p>
				)}
			</header>
			<div class="device-frame">
				{accent && (
					<div
						{...frameAttributes({ agent: handsetAgent(accent), look, theme })}
						class="rcs-handset screen"
						ref={frame}
					>
						<Screen {...props} {...{ chats, chat, acts, drafts, frame }} />
					</div>
				)}
			</div>
		</section>
	);
}
