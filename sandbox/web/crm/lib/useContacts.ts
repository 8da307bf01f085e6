import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../lib/ask';
import * as api from './api';
import type { Crm, CrmContact } from './api';

const LOOK_EVERY_MS = 1500;

/** Whether the sandbox answers; when it does not, why. */
export interface Connection {
	state: 'connecting' | 'connected' | 'lost';
	words: string;
}

interface Seen {
	crms: readonly Crm[];
	/** Whose contacts they are. */
	crm: string | undefined;
	contacts: readonly CrmContact[];
}

export interface Followed {
	crms: readonly Crm[];
	/** Which one is looked at; absent where there is none. */
	crm: string | undefined;
	/** Absent until they are known. */
	contacts: readonly CrmContact[] | undefined;
	connection: Connection;
	/** Looks now; resolves when it was seen. */
	look(): Promise<void>;
}

/** Follows the contacts of a CRM; of the first, where none of them is chosen. */
export function useContacts(chosen: string | undefined): Followed {
	const [seen, setSeen] = useState<Seen>();
	const [connection, setConnection] = useState<Connection>(CONNECTING);
	const wanted = useRef(chosen);
	wanted.current = chosen;
	// Answers overtake each other: what was asked for before what is shown is old.
	const turns = useRef({ asked: 0, shown: 0 });

	const look = useCallback(async () => {
		const asked = wanted.current;
		turns.current.asked += 1;
		const turn = turns.current.asked;
		try {
			const crms = await api.crms();
			const crm = oneOf(crms, asked);
			const contacts = crm === undefined ? [] : await api.contacts(crm);
			if (wanted.current !== asked || turn < turns.current.shown) return;
			turns.current.shown = turn;
			setSeen({ crms, crm, contacts });
			setConnection(CONNECTED);
		} catch (error) {
			if (turn < turns.current.shown) return;
			setConnection({ state: 'lost', words: `Not connected: ${wordsOf(error)}` });
		}
	}, []);

	useEffect(() => void look(), [chosen, look]);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const lookLater = () => {
			timer = setTimeout(async () => {
				if (!document.hidden) await look();
				if (!isOver) lookLater();
			}, LOOK_EVERY_MS);
		};
		lookLater();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [look]);

	const crm = seen ? oneOf(seen.crms, chosen) : chosen;
	const contacts = seen?.crm === crm ? seen?.contacts : undefined;
	return { crms: seen?.crms ?? [], crm, contacts, connection, look };
}

/** The CRM with this id; the first, where there is no such CRM. */
const oneOf = (crms: readonly Crm[], id: string | undefined): string | undefined =>
	(crms.find((one) => one.id === id) ?? crms[0])?.id;

const CONNECTING: Connection = { state: 'connecting', words: 'Connecting…' };
const CONNECTED: Connection = { state: 'connected', words: 'Connected' };
