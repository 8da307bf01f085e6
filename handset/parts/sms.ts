import { box, element, type Element } from '../element';
import type { Look } from '../types';
import { textBlock } from './text';

/** What went out over another channel than RCS. */
export type OtherChannel = 'sms' | 'mms' | 'whatsapp';

/** What stands above the first message of another channel. */
export const channelLabels: Readonly<Record<OtherChannel, Readonly<Record<Look, string>>>> = {
	sms: { android: 'Text message', ios: 'Text Message • SMS' },
	mms: { android: 'Multimedia message', ios: 'Text Message • MMS' },
	whatsapp: { android: 'WhatsApp', ios: 'WhatsApp' },
};

/** A bubble of another channel; `first`: the label stands above it. */
export function otherChannelElement(
	channel: OtherChannel,
	text: string,
	options: { look: Look; first: boolean },
): Element {
	const label = options.first
		? box('rcs-channel', channelLabels[channel][options.look])
		: undefined;
	return element(
		'div',
		{ class: 'rcs-message rcs-incoming', 'data-channel': channel },
		label,
		textBlock('rcs-bubble', text),
	);
}
