import { onlyConsent } from '../../connectors/contactWrites';
import type { ToWrite } from './contactsToWrite';

/** The consent of contacts and nothing else: it must not fail because of anything else. */
export function consentToWrite({ writes }: ToWrite): ToWrite {
	return {
		writes: writes.map((write) => ({ ...write, values: onlyConsent(write.values) })),
		happened: { events: [] },
	};
}
