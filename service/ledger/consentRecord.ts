import type { ConsentStatement } from '../../core/consent/statement';
import { defined } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Controller } from '../config/controller';
import type { History } from './history';
import type { ToldConsent } from './consents';

/*
 * A consent record with the fields of ISO/IEC TS 27560:2023, named as its clauses 6.3.3 to 6.3.7 name them;
 * its states and types are those of the Data Privacy Vocabulary. docs/service/consent.md has the list of what
 * is filled in and what cannot be.
 */

const SCHEMA = 'ISO/IEC TS 27560:2023';
const PRINCIPAL = 'pii-principal';
const CONTROLLER = 'pii-controller';

/** Somebody the consent is given to, or who gets data because of it. */
export interface Recipient {
	id: string;
	name: string;
}

/** Everything the ledger knows of a person as one consent record. `at`: ISO 8601 in UTC. */
export function consentRecord(
	{ phone, consents, statements }: History,
	controller: Controller | undefined,
	recipients: readonly Recipient[],
	at: string,
) {
	const oldestFirst = statements.toReversed();
	return {
		schema_version: SCHEMA,
		record_id: deriveMessageId(['consent record', phone]),
		pii_principal_id: phone,
		created: at,
		pii_processing: consents.map((consent) =>
			processing(consent, noticesOf(consent, oldestFirst), controller, recipients),
		),
		party_identification: [
			...(controller ? [partyOf(controller)] : []),
			...recipients.map(({ id, name }) => ({
				party_id: id,
				party_name: name,
				party_role: 'recipient',
			})),
		],
		events: oldestFirst.map((statement, i) => eventOf(statement, oldestFirst.slice(0, i))),
		not_filled: missing(controller, oldestFirst),
	};
}

export type ConsentRecord = ReturnType<typeof consentRecord>;

function processing(
	{ agent, purpose, state, since }: ToldConsent,
	notices: readonly object[],
	controller: Controller | undefined,
	recipients: readonly Recipient[],
) {
	return defined({
		privacy_notice: notices,
		privacy_notice_url: controller?.privacyNotice,
		purposes: [
			{
				purpose,
				lawful_basis: 'consent',
				pii_information: [{ pii_type: 'phone number' }],
				pii_controllers: controller ? [CONTROLLER] : [],
			},
		],
		service: agent,
		storage_locations: controller?.storageLocations,
		retention_period: 'until the person is erased',
		jurisdiction: controller?.jurisdiction,
		recipient_third_parties: recipients.map(({ id }) => id),
		withdrawal_method: controller?.withdrawalMethod ?? 'Reply STOP to any message',
		current_state: state,
		current_since: since,
	});
}

/** What the person was shown, where somebody kept it as proof. */
function noticesOf({ agent, purpose }: ToldConsent, statements: readonly ConsentStatement[]) {
	return statements.flatMap(({ id, key, state, proof = {} }) => {
		const { text, language, url } = proof;
		const isOwn = key.agent === agent && key.purpose === purpose && state !== 'optedOut';
		if (!isOwn || (text ?? url) === undefined) return [];
		return [defined({ event_id: id, text, language, url })];
	});
}

function partyOf({ name, address, email, url, phone, contact }: Controller) {
	return defined({
		party_id: CONTROLLER,
		party_name: name,
		party_address: address,
		party_email: email,
		party_url: url,
		party_phone: phone,
		party_contact: contact,
		party_role: 'PII controller',
		party_type: 'organization',
	});
}

function eventOf(statement: ConsentStatement, before: readonly ConsentStatement[]) {
	const { id, key, level, origin, source, occurredAt, recordedAt, proof } = statement;
	return defined({
		event_id: id,
		event_time: occurredAt,
		validity_duration: 'until withdrawn',
		entity_id: origin === 'person' ? PRINCIPAL : CONTROLLER,
		event_type: origin === 'person' ? 'ExpressedConsent' : 'Consent',
		event_state: stateOf(statement, before),
		recorded_time: recordedAt,
		service: key.agent,
		purpose: key.purpose,
		consent_level: level,
		collection_method: source,
		proof,
	});
}

/** An opt-out of somebody who had not agreed is a refusal. */
function stateOf({ key, state }: ConsentStatement, before: readonly ConsentStatement[]): string {
	if (state === 'pending') return 'ConsentRequested';
	const last = before.findLast(
		(one) =>
			one.state !== 'pending' && one.key.agent === key.agent && one.key.purpose === key.purpose,
	);
	if (state === 'optedIn')
		return last?.state === 'optedIn' ? 'RenewedConsentGiven' : 'ConsentGiven';
	return last?.state === 'optedIn' ? 'ConsentWithdrawn' : 'ConsentRefused';
}

/** Mandatory fields that nobody told the service. */
function missing(
	controller: Controller | undefined,
	statements: readonly ConsentStatement[],
): string[] {
	const hasNotice = statements.some(({ proof }) => proof?.text ?? proof?.url);
	const has: Record<string, unknown> = {
		privacy_notice: hasNotice || controller?.privacyNotice,
		language: statements.some(({ proof }) => proof?.language),
		pii_controllers: controller,
		party_address: controller?.address,
		party_contact: controller?.contact,
		storage_locations: controller?.storageLocations,
		jurisdiction: controller?.jurisdiction,
	};
	return Object.keys(has).filter((name) => !has[name]);
}
