import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import type { Media, Suggestion } from '../../../../core/message/types';
import type { Tap } from '../../../../handset/element';
import { messageElements } from '../../../../handset/message';
import { otherChannelElement, type OtherChannel } from '../../../../handset/parts/sms';
import type { Look } from '../../../../handset/types';
import { isOnPhone } from '../lib/chat';
import { closed } from '../lib/closedForm';
import { drawable, fileOf } from '../lib/content';
import type { Channel, Fallback, Leg, MessageEntry, Place } from '../lib/types';
import { draw } from '../drawn/draw';
import { Cards } from './cards';
import { FormSender } from './formSender';
import { lossOf } from './losses';
import { Meta } from './meta';

/** What a tap on a message means to the phone. */
export interface OnMessage {
	suggestion(message: MessageEntry, suggestion: Suggestion, place: Place): void;
	link(url: string): void;
	media(media: Media): void;
}

export interface MessageProps {
	message: MessageEntry;
	look: Look;
	/** A form that was sent cannot be changed any more. */
	submitted: boolean;
	on: OnMessage;
	onInspect(message: MessageEntry): void;
}

/** A message of the business: channel by channel how it came, or why it did not. */
export const Message = memo(function Message(props: MessageProps) {
	const { message } = props;
	return (
		<div class="entry theirs">
			{message.legs.map((leg, i) => (
				<LegView key={leg.channel} {...props} leg={leg} next={message.legs[i + 1]} />
			))}
		</div>
	);
});

function LegView({ leg, next, ...props }: MessageProps & { leg: Leg; next: Leg | undefined }) {
	const { message, look, on, onInspect } = props;
	const inspect = () => onInspect(message);
	if (leg.state === 'revoked')
		return <p class="note">The business took a message back before it arrived.</p>;
	if (leg.reason !== undefined)
		return (
			<p class="note lost">
				{lossOf(leg, next)}
				<button type="button" class="why" onClick={inspect}>
					Inspect
				</button>
			</p>
		);
	if (!isOnPhone(leg)) return null;
	const channel = others[leg.channel];
	return (
		<>
			{channel ? (
				<OtherChannelView channel={channel} message={message} leg={leg} look={look} on={on} />
			) : (
				<RcsBody {...props} />
			)}
			<Meta leg={leg} look={look} onInspect={inspect} />
		</>
	);
}

const others: Readonly<Record<Channel, OtherChannel | undefined>> = {
	RCS: undefined,
	SMS: 'sms',
	MMS: 'mms',
	WHATSAPP: 'whatsapp',
};

function RcsBody({ message, look, submitted, on }: Omit<MessageProps, 'onInspect'>) {
	const { before, content, places } = useMemo(() => drawable(message.content), [message.content]);
	const onTap = (tap: Tap) => {
		if (tap.kind === 'link') on.link(tap.url);
		if (tap.kind === 'media') on.media({ url: tap.url });
		const place = tap.kind === 'suggestion' ? places.get(tap.suggestion) : undefined;
		if (tap.kind === 'suggestion' && place) on.suggestion(message, tap.suggestion, place);
	};
	const incoming = { look, placedAs: 'incoming' } as const;
	const elements = messageElements(content, incoming);
	const body = draw(submitted ? closed(elements) : elements, onTap);
	return (
		<>
			{before !== undefined &&
				draw(messageElements({ kind: 'text', text: before }, incoming), onTap)}
			{content.kind === 'carousel' ? (
				<Cards count={content.cards.length}>{body}</Cards>
			) : content.kind === 'form' ? (
				<FormSender message={message}>{body}</FormSender>
			) : (
				body
			)}
		</>
	);
}

/** The steps of a fallback, one after the other. */
const stepsFrom = (step: Fallback | undefined): Fallback[] =>
	step ? [step, ...stepsFrom(step.next)] : [];

interface OtherProps {
	channel: OtherChannel;
	message: MessageEntry;
	leg: Leg;
	look: Look;
	on: OnMessage;
}

function OtherChannelView({ channel, message, leg, look, on }: OtherProps) {
	const step = stepsFrom(message.fallback).find((one) => one.channel === leg.channel);
	const onTap = (tap: Tap) => {
		if (tap.kind === 'link') on.link(tap.url);
		if (tap.kind === 'media') on.media({ url: tap.url });
	};
	return (
		<>
			{draw(otherChannelElement(channel, step?.text ?? '', { look, first: true }), onTap)}
			{step?.mediaUrls.map((url) =>
				draw(
					messageElements({ kind: 'file', file: fileOf({ url }) }, { look, placedAs: 'incoming' }),
					onTap,
				),
			)}
		</>
	);
}
