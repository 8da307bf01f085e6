import type { Media, Suggestion } from '../../../../core/message/types';
import type { Agent, MessageEntry, Place } from '../lib/types';
import { AttachSheet } from './attach';
import { BlockSheet } from './block';
import { BrowserSheet } from './browser';
import { CalendarSheet } from './calendar';
import { DetailsSheet } from './details';
import { DiallerSheet } from './dialler';
import { MapSheet } from './map';
import { MediaSheet } from './media';
import { ShareLocationSheet } from './shareLocation';

/** Which sheet is open, and what it is about. */
export type Open =
	| { kind: 'suggestion'; message: MessageEntry; suggestion: Suggestion; place: Place }
	| { kind: 'link'; url: string }
	| { kind: 'media'; media: Media }
	| { kind: 'attach' | 'details' | 'block' | 'spam' };

/** What the sheets have the phone do. Each closes the sheet. */
export interface SheetActs {
	close(): void;
	/** Tells the business of the tap that opened the sheet, which shares the place. */
	shareWith(message: MessageEntry, place: Place): void;
	sendLocation(): void;
	sendFile(name: string): void;
	save(title: string): void;
	block(spam: boolean): void;
}

/** The open sheet. */
export function OpenSheet({ open, agent, acts }: { open: Open; agent: Agent; acts: SheetActs }) {
	const onClose = acts.close;
	switch (open.kind) {
		case 'suggestion':
			return <ActionSheet {...open} acts={acts} />;
		case 'link':
			return <BrowserSheet url={open.url} onClose={onClose} />;
		case 'media':
			return <MediaSheet media={open.media} onClose={onClose} />;
		case 'details':
			return <DetailsSheet agent={agent} onClose={onClose} />;
		case 'attach':
			return (
				<AttachSheet onFile={acts.sendFile} onLocation={acts.sendLocation} onClose={onClose} />
			);
		case 'block':
		case 'spam':
			return (
				<BlockSheet
					name={agent.name}
					spam={open.kind === 'spam'}
					onBlock={() => acts.block(open.kind === 'spam')}
					onClose={onClose}
				/>
			);
	}
}

type ActionProps = Extract<Open, { kind: 'suggestion' }> & { acts: SheetActs };

/** What a phone does for each kind of suggestion. */
function ActionSheet({ suggestion, message, place, acts }: ActionProps) {
	const onClose = acts.close;
	switch (suggestion.type) {
		case 'reply':
			return null;
		case 'openUrl':
			return <BrowserSheet url={suggestion.url} webview={suggestion.webview} onClose={onClose} />;
		case 'dial':
			return <DiallerSheet phoneNumber={suggestion.phoneNumber} onClose={onClose} />;
		case 'viewLocation':
		case 'viewLocationQuery':
			return <MapSheet place={suggestion} onClose={onClose} />;
		case 'shareLocation':
			return <ShareLocationSheet onSend={() => acts.shareWith(message, place)} onClose={onClose} />;
		case 'calendar':
			return (
				<CalendarSheet
					entry={suggestion}
					onSave={() => acts.save(suggestion.title)}
					onClose={onClose}
				/>
			);
	}
}
