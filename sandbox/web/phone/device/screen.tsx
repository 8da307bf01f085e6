import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Media, Suggestion } from '../../../../core/message/types';
import { composerHint } from '../../../../handset/parts/composer';
import { useFocusKept } from '../lib/focus';
import type { MessageEntry, Place } from '../lib/types';
import type { Drafts } from '../lib/useDrafts';
import { useStable } from '../lib/useStable';
import { type Chat, sameAgent, summaryOf } from '../lib/chat';
import { type Open, OpenSheet, type SheetActs } from '../sheets/open';
import { Composer } from './composer';
import type { DeviceProps } from './device';
import { Header } from './header';
import { Inbox } from './inbox';
import type { MenuItem } from './menu';
import { StatusBar } from './statusBar';
import { Thread } from './thread';
import type { Acts } from './useActs';
import type { OpenChat } from './useChat';

interface Props extends DeviceProps {
	chats: readonly Chat[];
	chat: OpenChat;
	acts: Acts;
	drafts: Drafts;
	/** What the screen is drawn in. */
	frame: RefObject<HTMLDivElement | null>;
}

/** What is on the screen of a phone. */
export function Screen(props: Props) {
	const { phone, chats, chat, acts } = props;
	const { open, news } = chat;
	const [asked, setSheet] = useState<Open>();
	// A sheet is about the conversation below it, and goes with it.
	const sheet = open && asked;
	useFocusKept(props.frame);
	const close = () => setSheet(undefined);
	const thenClose =
		<A extends unknown[]>(act: (...args: A) => void) =>
		(...args: A) => {
			act(...args);
			close();
		};
	const sheetActs: SheetActs = {
		close,
		shareWith: thenClose(acts.tap),
		sendLocation: thenClose(acts.sendLocation),
		sendFile: thenClose(acts.sendFile),
		save: thenClose((title: string) => acts.say(`Saved in the calendar: ${title}`)),
		block: thenClose((spam: boolean) => acts.block(true, spam)),
	};
	return (
		<>
			<StatusBar phone={phone} />
			<div class="app" inert={sheet !== undefined}>
				{open ? (
					<Conversation {...props} open={open} setSheet={setSheet} />
				) : (
					<Inbox chats={chats} onOpen={chat.choose} />
				)}
			</div>
			<div class="news" role="status" aria-label="New messages">
				{news && sheet === undefined && (
					<button type="button" class="banner" onClick={() => chat.choose(news.agent)}>
						<strong>{news.agent.name}</strong>
						{news.latest && <span>{summaryOf(news.latest)}</span>}
					</button>
				)}
			</div>
			{sheet && <OpenSheet open={sheet} agent={open.agent} acts={sheetActs} />}
			<p class="toast" role="status">
				{acts.toast}
			</p>
		</>
	);
}

type ConversationProps = Props & { open: Chat; setSheet(sheet: Open): void };

function Conversation({ open, setSheet, ...props }: ConversationProps) {
	const { phone, look, typing, chats, chat, acts, drafts, sentState, onInspect, onDemo } = props;
	const { agent } = open;
	const suggestion = useStable((message: MessageEntry, tapped: Suggestion, place: Place) => {
		if (isAnswer(message, place)) return acts.answer(message, place);
		// The place is shared only after the person agreed; everything else is told at once.
		if (tapped.type !== 'shareLocation') acts.tap(message, place);
		if (tapped.type !== 'reply')
			setSheet({ kind: 'suggestion', message, suggestion: tapped, place });
	});
	const on = useMemo(
		() => ({
			suggestion,
			link: (url: string) => setSheet({ kind: 'link', url }),
			media: (media: Media) => setSheet({ kind: 'media', media }),
		}),
		[suggestion, setSheet],
	);
	const inspect = useStable(onInspect);
	return (
		<>
			<Header
				agent={agent}
				look={look}
				others={chats.filter((one) => !sameAgent(one.agent, agent)).length}
				menu={menuOf(props, open, setSheet)}
				onBack={chat.showList}
				onDetails={() => setSheet({ kind: 'details' })}
			/>
			<Thread
				chat={open}
				answered={acts.answered}
				phone={phone}
				look={look}
				typing={typing.some((one) => sameAgent(one, agent))}
				sentState={sentState}
				on={on}
				onInspect={inspect}
				onDemo={onDemo}
			/>
			<Composer
				hint={composerHint(look, phone.rcs)}
				look={look}
				text={drafts.of(agent)}
				onText={(change) => drafts.change(agent, change)}
				onSend={acts.write}
				onTyping={acts.typing}
				onAttach={() => setSheet({ kind: 'attach' })}
			/>
		</>
	);
}

/** Whether the chips of the message go with this tap: what is on a card stays, and an action answers nothing. */
const isAnswer = ({ content }: MessageEntry, { cardIndex, suggestionIndex }: Place): boolean =>
	cardIndex === undefined && content.suggestions[suggestionIndex]?.kind === 'reply';

function menuOf({ phone, acts }: Props, chat: Chat, setSheet: (sheet: Open) => void): MenuItem[] {
	const blocked = phone.blockedAgents.some((agent) => sameAgent(agent, chat.agent));
	return [
		chat.subscribed
			? { word: 'Unsubscribe', sign: 'bell', act: () => acts.subscribe(false) }
			: { word: 'Subscribe', sign: 'bell', act: () => acts.subscribe(true) },
		{ word: 'Send STOP', sign: 'stop', act: () => void acts.write('STOP') },
		blocked
			? { word: 'Unblock sender', sign: 'block', act: () => acts.block(false) }
			: { word: 'Block sender', sign: 'block', act: () => setSheet({ kind: 'block' }) },
		{ word: 'Report as spam', sign: 'flag', act: () => setSheet({ kind: 'spam' }) },
		{ word: 'Business info', sign: 'info', act: () => setSheet({ kind: 'details' }) },
	];
}
