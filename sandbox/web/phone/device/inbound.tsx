import { memo } from 'preact/compat';
import type { Media } from '../../../../core/message/types';
import { messageElements } from '../../../../handset/message';
import { type SentState, stateLine } from '../../../../handset/parts/states';
import type { HandsetContent, Look } from '../../../../handset/types';
import { draw } from '../drawn/draw';
import { Icon } from '../drawn/icon';
import { clock } from '../lib/times';
import type { Content } from '../../../network/types';
import type { InboundEntry } from '../lib/types';
import type { OnMessage } from './message';

const notes: Partial<Record<InboundEntry['kind'], (entry: InboundEntry) => string>> = {
	action: ({ text }) => `Tapped “${text}”`,
	unsubscribe: () => 'Unsubscribed in the menu of the conversation',
	subscribe: () => 'Subscribed in the menu of the conversation',
};

interface Props {
	inbound: InboundEntry;
	/** The content of the message that was answered, if it is here. */
	answered: Content | undefined;
	look: Look;
	state: SentState;
	/** Whether its state stands below it: below the last one only, as on a phone. */
	last: boolean;
	on: Pick<OnMessage, 'link' | 'media'>;
}

/** What the person did: a bubble of their own, or a line between the bubbles. */
export const Inbound = memo(function Inbound({ inbound, state, look, last, ...rest }: Props) {
	const note = notes[inbound.kind]?.(inbound);
	if (note !== undefined) return <p class="note">{note}</p>;
	return (
		<div class="entry mine">
			<Said inbound={inbound} look={look} {...rest} />
			{(last || state === 'read') &&
				draw(stateLine(state, look, clock(inbound.at)), () => undefined)}
		</div>
	);
});

function Said({ inbound, answered, look, on }: Omit<Props, 'state' | 'last'>) {
	const { location, form } = inbound;
	if (location) return <Place {...location} />;
	if (form) return <Answers values={form} content={answered} />;
	return (
		<>
			{draw(messageElements(contentOf(inbound), { look, placedAs: 'outgoing' }), (tap) => {
				if (tap.kind === 'link') on.link(tap.url);
				if (tap.kind === 'media') on.media(ownFile(inbound) ?? { url: tap.url });
			})}
		</>
	);
}

function contentOf(inbound: InboundEntry): HandsetContent {
	const file = ownFile(inbound);
	return file ? { kind: 'file', file } : { kind: 'text', text: inbound.text };
}

function ownFile({ file }: InboundEntry): Media | undefined {
	if (!file) return undefined;
	const { url, name, mimeType } = file;
	return { url, fileName: name, mimeType, altText: name };
}

function Place({ latitude, longitude }: { latitude: number; longitude: number }) {
	return (
		<div class="shared-place">
			<span class="map" aria-hidden="true">
				<Icon name="place" />
			</span>
			<span>
				Shared a place: {latitude}, {longitude}
			</span>
		</div>
	);
}

/** What was submitted, by the labels of its form. */
function Answers({
	values,
	content,
}: {
	values: Record<string, string>;
	content: Content | undefined;
}) {
	const fields = content?.kind === 'form' ? content.fields : [];
	const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
	return (
		<dl class="answers" aria-label="Submitted form">
			{Object.entries(values).map(([name, value]) => [
				<dt key={`${name} label`}>{label(name)}</dt>,
				<dd key={name}>{value}</dd>,
			])}
		</dl>
	);
}
