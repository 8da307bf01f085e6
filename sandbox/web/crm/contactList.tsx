import type { CrmContact } from './lib/api';

/** More than these would be slow to draw; finding one by name is faster anyway. */
const MOST_SHOWN = 200;

interface Props {
	/** Absent until they are known. */
	contacts: readonly CrmContact[] | undefined;
	selected: string | undefined;
	/** In lower case. */
	filter: string;
	onOpen(id: string): void;
}

/** The contacts whose name or number is looked for. */
export function ContactList({ contacts, selected, filter, onOpen }: Props) {
	const matching = contacts?.filter(
		({ name, phone }) => name.toLowerCase().includes(filter) || phone.includes(filter),
	);
	return (
		<>
			{/* Always the same, or what it says next is not read out. */}
			<p id="count" class="soft" role="status">
				{contacts && matching && counted(matching.length, contacts.length)}
			</p>
			<ul id="contact-list">
				{matching?.slice(0, MOST_SHOWN).map((contact) => (
					<li key={contact.id}>
						<button
							type="button"
							class="listed"
							data-id={contact.id}
							aria-current={contact.id === selected}
							onClick={() => onOpen(contact.id)}
						>
							<span class="sign">
								<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
									<path d="M7 2h10v20H7z" />
									<path d="M11 19h2" />
								</svg>
							</span>
							<span class="name">
								<bdi>{contact.name}</bdi>
							</span>
							<span class="about">
								{contact.phone || 'no phone'}
								<ConsentMark {...contact} />
							</span>
						</button>
					</li>
				))}
			</ul>
		</>
	);
}

const tones: Readonly<Record<string, string>> = { opted_in: 'good', opted_out: 'bad' };

/** Nothing, until the field was set up. */
function ConsentMark({ consentField }: CrmContact) {
	if (!consentField) return null;
	const { value, options } = consentField;
	const label = options.find((option) => option.value === value)?.label ?? 'Not set';
	return <span class={`chip ${tones[value] ?? ''}`}>{label}</span>;
}

function counted(matching: number, all: number): string {
	if (all === 0) return 'No contacts yet';
	if (matching === 0) return 'No contact has this name or number';
	const contacts = all === 1 ? '1 contact' : `${all} contacts`;
	const rest = matching > MOST_SHOWN ? `, the first ${MOST_SHOWN} shown` : '';
	return matching === all ? `${contacts}${rest}` : `${matching} of ${contacts}${rest}`;
}
