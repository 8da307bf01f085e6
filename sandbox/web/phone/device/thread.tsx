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
	phone: PhoneView;
	look: Look;
	typing: boolean;
	sentState(inbound: InboundEntry): SentState;
	on: OnMessage;
	onInspect(message: MessageEntry): void;
	onDemo(): void;
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
			{chat.chipsOf && <Chips key={`chips ${chat.chipsOf.key}`} message={chat.chipsOf} on={on} />}
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
	const toEnd = () => {
		const element = ref.current;
		if (element && atEnd.current) element.scrollTop = element.scrollHeight;
	};
	useLayoutEffect(toEnd);
	useEffect(() => {
		const element = ref.current;
		if (!element) return;
		atEnd.current = true;
		toEnd();
		const onScroll = () => {
			const { scrollHeight, scrollTop, clientHeight } = element;
			atEnd.current = scrollHeight - scrollTop - clientHeight < CLOSE_TO_END;
		};
		element.addEventListener('scroll', onScroll, { passive: true });
		element.addEventListener('load', toEnd, { capture: true });
		return () => {
			element.removeEventListener('scroll', onScroll);
			element.removeEventListener('load', toEnd, { capture: true });
		};
	}, [conversation]);
	return ref;
}
