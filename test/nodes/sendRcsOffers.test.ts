import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { formOf } from './offered';
import { everyParameter } from './parameters';

const sendRcs = new SendRcs();
const template = { resource: 'template', operation: 'create' };

describe('suggestions', () => {
	const types = (provider: string) => formOf(sendRcs, { provider }).inside('suggestions.type');

	it('are of the types the provider carries', () => {
		expect(types('infobip')).not.toContain('viewLocationQuery');
		expect(types('infobip')).toContain('shareLocation');
		expect(types('agile-telecom')).not.toContain('shareLocation');
		expect(types('agile-telecom')).toContain('viewLocationQuery');
	});

	it('are so on a template and on a card too', () => {
		const at = (messageType: string) =>
			formOf(new ManageTemplate(), { ...template, provider: 'infobip', messageType });
		expect(at('text').inside('suggestions.type')).not.toContain('viewLocationQuery');
		expect(at('card').inside('cardSuggestions.type')).not.toContain('viewLocationQuery');
		expect(at('card').inside('cardSuggestions.type')).toContain('shareLocation');
	});

	it('stand under cards only where the provider lets them', () => {
		const names = (provider: string, messageType: string) =>
			formOf(sendRcs, { provider, messageType }).names;
		for (const messageType of ['card', 'carousel']) {
			expect(names('agile-telecom', messageType)).not.toContain('suggestions');
			expect(names('infobip', messageType)).toContain('suggestions');
		}
		expect(names('agile-telecom', 'text')).toContain('suggestions');
	});
});

describe('the look of a card', () => {
	it.each([
		['Send RCS', sendRcs, {}],
		['Manage Template', new ManageTemplate(), template],
	])('is asked for by %s only where the provider can be told', (_, node, more) => {
		const carousel = (provider: string) =>
			formOf(node, { ...more, provider, messageType: 'carousel' }).names;
		const card = (provider: string) =>
			formOf(node, { ...more, provider, messageType: 'card' }).inside('cardLayout');
		expect(carousel('agile-telecom')).not.toContain('cardWidth');
		expect(carousel('infobip')).toContain('cardWidth');
		expect(card('agile-telecom')).toEqual(['mediaHeight']);
		expect(card('infobip')).toEqual([
			'orientation',
			'mediaHeight',
			'imageAlignment',
			'thumbnailUrl',
		]);
	});
});

describe('a fallback', () => {
	const fields = (values: Record<string, string>) => formOf(sendRcs, values);

	it('is not offered by a provider without any, but what to do instead is said', () => {
		const google = fields({ provider: 'google-rbm', fallback: 'sms' }).names;
		expect(google).toContain('fallbackNotice');
		expect(google.filter((name) => /^fallback/.test(name))).toEqual(['fallbackNotice']);
		const infobip = fields({ provider: 'infobip', fallback: 'sms' }).names;
		expect(infobip).toContain('fallback');
		expect(infobip).not.toContain('fallbackNotice');
	});

	it('needs a text where it is an SMS', () => {
		const text = (fallback: string) =>
			fields({ provider: 'infobip', fallback }).field('fallbackText')?.required ?? false;
		expect([text('sms'), text('mms')]).toEqual([true, false]);
	});

	it('on WhatsApp is a template or a message, not both', () => {
		const names = (whatsappContent: string) =>
			fields({ provider: 'agile-telecom', fallback: 'whatsapp', whatsappContent }).names;
		expect(names('template')).toContain('whatsappTemplate');
		expect(names('template')).not.toContain('whatsappBody');
		expect(names('message')).toContain('whatsappBody');
		expect(names('message')).not.toContain('whatsappTemplate');
	});
});

it('a form starts with one field, and a frequency cap with numbers that make sense', () => {
	const form = formOf(sendRcs, { provider: 'conversation', messageType: 'form' });
	expect(form.field('formFields')).toMatchObject({
		typeOptions: { minRequiredFields: 1 },
		default: { field: [{ name: '', label: '', type: 'text' }] },
	});
	const cap = everyParameter(sendRcs.description.properties).find(
		({ at }) => at === 'options.frequencyCap',
	);
	expect(cap?.parameter.default).toEqual({ cap: { max: 2, hours: 24 } });
});

it('the message that was read must be named where the provider needs it', () => {
	const needed = (provider: string) =>
		formOf(sendRcs, { provider, operation: 'markAsRead' }).field('messageId')?.required ?? false;
	expect(['infobip', 'google-rbm', 'seven'].map(needed)).toEqual([true, true, false]);
});
