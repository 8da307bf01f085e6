import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { chipElements } from '../../../../handset/message';
import { dayLine, typingDots } from '../../../../handset/parts/states';
import type { SentState } from '../../../../handset/parts/states';
import type { Look } from '../../../../handset/types';
import { draw } from '../drawn/draw';
import { type Chat, isNote, timeOf } from '../lib/chat';
import { drawable } from '../lib/content';
import { dayName, dayOf } from '../lib/times';
import type { Entry, InboundEntry, MessageEntry, PhoneView } from '../lib/types';
import { EmptyChat } from './emptyChat';
import { Inbound } from './inbound';
import { Message, type OnMessage } from './message';

const CLOSE_TO_END = 120;

interface Props {
	chat: Chat;
	/** The message one of whose chips was just tapped: its chips are gone. */
	answered: string | undefined;
	phone: PhoneView;
	look: Look;
	typing: boolean;
	sentState(inbound: InboundEntry): SentState;
	on: OnMessage;
	onInspect(message: MessageEntry): void;
	onDemo(): Promise<void>;
}

/** What was said with one agent, from the first to the last. */
export function Thread(props: Props) {
	const { chat, phone, look, typing, sentState, on, onInspect, onDemo } = props;
	const scroller = useEndKept(`${chat.agent.provider} ${chat.agent.id}`);
	const lastSaid = chat.shown.findLast((entry) => entry.type === 'inbound' && !isNote(entry));
	const messages = chat.shown.filter((entry) => entry.type === 'message');
	const isSubmitted = ({ id }: MessageEntry) =>
		chat.shown.some(
			(entry) => entry.type === 'inbound' && entry.kind === 'form' && entry.pairedMessageId === id,
		);
	const answered = ({ pairedMessageId }: InboundEntry) =>
		messages.find(({ id }) => id === pairedMessageId)?.content;

	return (
		<div
			class="thread"
			ref={scroller}
			role="log"
			aria-live="polite"
			aria-label={`Messages with ${chat.agent.name}`}
			tabIndex={0}
		>
			{chat.shown.length === 0 && chat.waiting === 0 && <EmptyChat phone={phone} onDemo={onDemo} />}
			{chat.shown.map((entry, i) => [
				startsDay(entry, chat.shown[i - 1]) && (
					<div key={`day ${entry.key}`}>
						{draw(dayLine(dayName(timeOf(entry))), () => undefined)}
					</div>
				),
				entry.type === 'message' ? (
					<Message
						key={entry.key}
						message={entry}
						look={look}
						submitted={isSubmitted(entry)}
						on={on}
						onInspect={onInspect}
					/>
				) : (
					<Inbound
						key={entry.key}
						inbound={entry}
						answered={answered(entry)}
						look={look}
						state={sentState(entry)}
						last={entry === lastSaid}
						on={on}
					/>
				),
			])}
			{chat.chipsOf && chat.chipsOf.key !== props.answered && (
				<Chips key={`chips ${chat.chipsOf.key}`} message={chat.chipsOf} on={on} />
			)}
			<Waiting phone={phone} waiting={chat.waiting} />
			{typing && (
				<div class="typing-line" role="status" aria-label={`${chat.agent.name} is typing…`}>
					{draw(typingDots(), () => undefined)}
				</div>
			)}
		</div>
	);
}

const startsDay = (entry: Entry, before: Entry | undefined): boolean =>
	before === undefined || dayOf(timeOf(before)) !== dayOf(timeOf(entry));

/** The chips under the last message. */
function Chips({ message, on }: { message: MessageEntry; on: OnMessage }) {
	const { content, places } = drawable(message.content);
	const elements = chipElements(content.suggestions ?? []);
	return (
		<div role="group" aria-label="Suggestions">
			{draw(elements, (tap) => {
				const place = tap.kind === 'suggestion' ? places.get(tap.suggestion) : undefined;
				if (tap.kind === 'suggestion' && place) on.suggestion(message, tap.suggestion, place);
			})}
		</div>
	);
}

function Waiting({ phone, waiting }: { phone: PhoneView; waiting: number }) {
	const cut = phone.airplane === true ? 'In airplane mode' : phone.online ? undefined : 'Offline';
	if (cut === undefined) return null;
	const messages = waiting === 1 ? '1 message waits' : `${waiting} messages wait`;
	return <p class="note wait">{waiting > 0 ? `${cut}: ${messages} for this phone.` : `${cut}.`}</p>;
}

/** Whoever reads the end goes on reading it, also when a picture gets its size later. */
function useEndKept(conversation: string) {
	const ref = useRef<HTMLDivElement>(null);
	const atEnd = useRef(true);
	/** Where it was when it was looked at last. */
	const top = useRef(0);

	/** Only whoever goes up leaves the end: it also moves away below them, and events of scrolling come late. */
	const look = () => {
		if (!ref.current) return;
		const { scrollHeight, scrollTop, clientHeight } = ref.current;
		const isClose = scrollHeight - scrollTop - clientHeight < CLOSE_TO_END;
		if (isClose || scrollTop < top.current) atEnd.current = isClose;
		top.current = scrollTop;
	};
	const toEnd = () => {
		look();
		if (!ref.current || !atEnd.current) return;
		ref.current.scrollTop = ref.current.scrollHeight;
		top.current = ref.current.scrollTop;
	};
	useLayoutEffect(() => {
		atEnd.current = true;
		top.current = 0;
	}, [conversation]);
	useLayoutEffect(toEnd);
	useEffect(() => {
		const element = ref.current;
		if (!element) return;
		toEnd();
		element.addEventListener('scroll', look, { passive: true });
		element.addEventListener('load', toEnd, { capture: true });
		return () => {
			element.removeEventListener('scroll', look);
			element.removeEventListener('load', toEnd, { capture: true });
		};
	}, []);
	return ref;
}
