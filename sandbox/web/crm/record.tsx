import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Consent } from './consent';
import { Empty } from './empty';
import { FieldList, grouped } from './fields';
import type { CrmContact } from './lib/api';
import { Timeline } from './timeline';

interface Props {
	contact: CrmContact | undefined;
	crm: string | undefined;
	/** Absent until they are known. */
	contacts: readonly CrmContact[] | undefined;
	onBack(): void;
	/** Stores a new consent. */
	onEdit(contact: CrmContact, value: string): Promise<void>;
}

/** A contact: who it is, its consent, its synced fields, what happened. Without one, what to do. */
export function ContactRecord({ contact, crm, contacts, onBack, onEdit }: Props) {
	if (!contact) return contacts ? <Hint crm={crm} count={contacts.length} /> : null;
	const { id, object, name, phone, fields, consentField } = contact;
	const { Consent: consent = {}, ...groups } = grouped(fields);
	return (
		<>
			<header>
				<button type="button" id="back" onClick={onBack}>
					‹ All contacts
				</button>
				<h2>
					<bdi>{name}</bdi>
				</h2>
				<p class="soft">
					{object} {id}
				</p>
				{phone && (
					<p class="soft">
						<a href={`/?phone=${encodeURIComponent(phone)}`}>{phone}</a>
					</p>
				)}
			</header>
			<div class="fields">
				<Section title="RCS consent">
					<Consent
						key={`${crm} ${object} ${id}`}
						field={consentField}
						fields={consent}
						onEdit={(value) => onEdit(contact, value)}
					/>
				</Section>
				{Object.entries(groups).map(([title, own]) => (
					<Section key={title} title={title}>
						<FieldList fields={own} />
					</Section>
				))}
				{consentField && Object.keys(fields).length === 0 && (
					<Section title="RCS fields">
						<Empty title="None is filled." advice="Nothing was written to this contact yet." />
					</Section>
				)}
			</div>
			<Section title="Timeline">
				<Timeline entries={contact.timeline} />
			</Section>
		</>
	);
}

function Hint({ crm, count }: { crm: string | undefined; count: number }) {
	if (crm === undefined) return <Empty title="The sandbox has no CRM." />;
	return count > 0 ? (
		<Empty
			title="No contact is chosen."
			advice="Choose one to see its RCS fields and its timeline."
		/>
	) : (
		<Empty
			title="There are no contacts yet."
			advice="Open Add contacts and enter one, or add the sandbox's phones."
		/>
	);
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
	const id = useId();
	return (
		<section class="card" aria-labelledby={id}>
			<h3 id={id}>{title}</h3>
			{children}
		</section>
	);
}
