import type { Channel } from './types';

/** Channels as people call them. */
export const channelNames: Readonly<Record<Channel, string>> = {
	RCS: 'RCS',
	SMS: 'SMS',
	MMS: 'MMS',
	WHATSAPP: 'WhatsApp',
};
