import { useState } from 'preact/hooks';
import { AddContacts } from './addContacts';
import { ContactList } from './contactList';
import type { Followed } from './lib/useContacts';

interface Props {
	followed: Followed;
	/** The id of the contact that is shown. */
	selected: string | undefined;
	onCrm(id: string): void;
	onOpen(id: string): void;
}

/** The left side: which CRM, who is looked for, who is added, and the contacts themselves. */
export function Side({ followed, selected, onCrm, onOpen }: Props) {
	const { crms, crm, contacts, connection, look } = followed;
	const [filter, setFilter] = useState('');
	return (
		<nav class="side" aria-label="Contacts">
			<header class="brand">
				<img src="/media/icon.svg" alt="" width={36} height={36} />
				<div>
					<h1>CRMs</h1>
					<p class={`connection ${connection.state}`} role="status">
						{connection.words}
					</p>
				</div>
			</header>
			{crms.length > 0 && (
				<div class="segments" id="crms" role="group" aria-label="CRM">
					{crms.map(({ id, name }) => (
						<button key={id} type="button" aria-pressed={id === crm} onClick={() => onCrm(id)}>
							{name}
						</button>
					))}
				</div>
			)}
			<label class="hidden" for="filter">
				Find a contact
			</label>
			<input
				id="filter"
				type="search"
				placeholder="Name or number"
				autocomplete="off"
				value={filter}
				onInput={(event) => setFilter(event.currentTarget.value)}
			/>
			<AddContacts crm={crm} contacts={contacts} onAdded={look} />
			<ContactList
				contacts={contacts}
				selected={selected}
				filter={filter.trim().toLowerCase()}
				onOpen={onOpen}
			/>
			<p class="more">
				<a href="/">To the phones</a>
			</p>
		</nav>
	);
}
