import { type INodeParameters, NodeHelpers } from 'n8n-workflow';
import { RcsConsent } from '../../nodes/RcsConsent/RcsConsent.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { formOf } from './offered';

const sendRcs = new SendRcs();
const gateFields = ['consentCheck', 'consent', 'purpose', 'purposeName', 'rules'];

const shown = (values: INodeParameters) =>
	formOf(sendRcs, values).names.filter((name) => gateFields.includes(name));
const rules = (values: INodeParameters) => formOf(sendRcs, values).inside('rules');

/** The credentials that n8n asks for. */
function credentials(values: INodeParameters): string[] {
	const { description } = sendRcs;
	const node = { typeVersion: 1 } as never;
	const filled =
		NodeHelpers.getNodeParameters(description.properties, values, true, false, node, description) ??
		{};
	return (description.credentials ?? [])
		.filter((one) => NodeHelpers.displayParameter(filled, one, node, description))
		.map(({ name }) => name);
}

it('asks for nothing more until consent is checked', () => {
	expect(shown({})).toEqual(['consentCheck', 'rules']);
	expect(rules({})).toEqual(['country', 'ownHours', 'quietHours', 'timeZone']);
	expect(credentials({})).toEqual(['rcsInfobipApi']);
});

it('asks for the field of the item, or for the service', () => {
	expect(shown({ consentCheck: 'item' })).toEqual(['consentCheck', 'consent', 'purpose', 'rules']);
	expect(shown({ consentCheck: 'service' })).toEqual(['consentCheck', 'purpose', 'rules']);
	expect(credentials({ consentCheck: 'item' })).toEqual(['rcsInfobipApi']);
	expect(credentials({ consentCheck: 'service' })).toEqual(['rcsInfobipApi', 'rcsConnectorsApi']);
});

it('asks for the name of a purpose that has one, and for what transactional messages need', () => {
	const service = { consentCheck: 'service' };
	expect(shown({ ...service, purpose: 'otherMarketing' })).toContain('purposeName');
	expect(rules({ ...service, purpose: 'marketing' })).not.toContain('ifLedgerDown');
	expect(rules({ ...service, purpose: 'transactional' })).toEqual(
		expect.arrayContaining(['ifLedgerDown', 'transactionalConsent']),
	);
	expect(rules({ consentCheck: 'item', purpose: 'transactional' })).not.toContain('ifLedgerDown');
});

it('has no gate where nothing is sent', () => {
	expect(shown({ operation: 'getStatus' })).toEqual([]);
	const left = { operation: 'getStatus', consentCheck: 'service' };
	expect(credentials(left)).toEqual(['rcsInfobipApi']);
});

it('RCS Consent asks for proof where something is stated, and opts out of all marketing', () => {
	const form = (values: INodeParameters) => formOf(new RcsConsent(), values);
	expect(form({}).names).toEqual(['operation', 'phoneNumber', 'purpose', 'options']);
	expect(form({ operation: 'optIn' }).names).toEqual(
		expect.arrayContaining(['confirmation', 'saidBy', 'source', 'statedAt', 'proof']),
	);
	expect(form({ operation: 'optOut' }).names).not.toContain('confirmation');
	expect(form({ operation: 'optOut' }).field('purpose')?.default).toBe('*');
	expect(form({ operation: 'optIn' }).field('saidBy')?.default).toBe('admin');
	expect(form({ operation: 'optOut' }).field('saidBy')?.default).toBe('person');
	const byPerson = form({ operation: 'optIn', saidBy: 'person' }).inside('proof');
	expect(byPerson).toEqual(['language', 'messageId', 'text', 'url']);
	expect(form({ operation: 'optIn', saidBy: 'admin' }).inside('proof')).toContain('consentedAt');
	expect(form({ purpose: 'other' }).names).toContain('purposeName');
});
