import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { formOf } from './offered';

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
