import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as api from './lib/api';
import { type Place, readPlace, writePlace } from './lib/place';
import { useContacts } from './lib/useContacts';
import { ContactRecord } from './record';
import { Side } from './side';

/** The contacts of the CRMs: the list on the left, one record on the right. */
export function App() {
	const [place, setPlace] = useState(readPlace);
	const followed = useContacts(place.crm);
	const { crm, contacts, look } = followed;
	const record = useRef<HTMLElement>(null);
	const contact = contacts?.find(({ id }) => id === place.contact);
	const focusNext = useFocusNext(record);

	const open = (next: Place) => {
		writePlace(next);
		setPlace(next);
	};
	const openContact = (id: string) => {
		open({ ...place, ...(crm !== undefined && { crm }), contact: id });
		focusNext('record');
	};
	/** Where there is room for one of both only, the list takes the place of the record. */
	const back = () => {
		open({ ...(crm !== undefined && { crm }) });
		focusNext(place.contact);
	};
	useEffect(() => {
		document.title = `${contact?.name ?? 'CRMs'} · RCS sandbox`;
	}, [contact?.name]);

	return (
		<div class={contact ? 'crm open' : 'crm'}>
			<Side
				followed={followed}
				selected={place.contact}
				onCrm={(id) => open({ crm: id })}
				onOpen={openContact}
			/>
			<main class="record" id="record" tabIndex={-1} ref={record}>
				<ContactRecord
					contact={contact}
					crm={crm}
					contacts={contacts}
					onBack={back}
					onEdit={async (edited, value) => {
						if (crm === undefined) return;
						await api.editConsent(crm, edited, value);
						await look();
					}}
				/>
			</main>
		</div>
	);
}

/** Moves the focus once what is asked for is drawn: to the record where it hides the list, or to a contact of the list. */
function useFocusNext(record: { readonly current: HTMLElement | null }) {
	const next = useRef<string>(undefined);
	useLayoutEffect(() => {
		const wanted = next.current;
		next.current = undefined;
		if (wanted === undefined) return;
		if (wanted !== 'record') {
			document.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted)}"]`)?.focus();
			return;
		}
		record.current?.scrollTo(0, 0);
		const isListHidden = document.querySelector<HTMLElement>('.side')?.offsetParent === null;
		if (isListHidden) record.current?.focus();
	});
	return (wanted: string | undefined) => {
		next.current = wanted;
	};
}
