/** A time as Infobip writes it: yyyy-MM-dd'T'HH:mm:ss.SSSZ, with an offset without colon. */
export const infobipTime = (iso: string): string =>
	new Date(iso).toISOString().replace('Z', '+0000');

/** A number as Infobip writes it: without the plus sign. */
export const infobipNumber = (e164: string): string => e164.replace(/^\+/, '');
