import { useEffect, useRef } from 'preact/hooks';
import * as api from './lib/api';
import { useContacts } from './lib/useContacts';
import { useFocus } from './lib/useFocus';
import { usePlace } from './lib/usePlace';
import { ContactRecord } from './record';
import { Side } from './side';

/** The contacts of the CRMs: the list on the left, one record on the right. */
export function App() {
	const [place, go] = usePlace();
	const followed = useContacts(place.crm);
	const { crm, contacts, look } = followed;
	const record = useRef<HTMLElement>(null);
	const contact = contacts?.find(({ id }) => id === place.contact);
	const here = crm === undefined ? {} : { crm };

	useFocus(place.contact, record);
	useEffect(() => {
		document.title = `${contact?.name ?? 'CRMs'} · RCS sandbox`;
	}, [contact?.name]);

	return (
		<div class={contact ? 'crm open' : 'crm'}>
			<Side
				followed={followed}
				selected={place.contact}
				onCrm={(id) => go({ crm: id })}
				onOpen={(id) => go({ ...here, contact: id })}
			/>
			<main class="record" id="record" tabIndex={-1} ref={record}>
				<ContactRecord
					contact={contact}
					crm={crm}
					contacts={contacts}
					onBack={() => go(here)}
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
