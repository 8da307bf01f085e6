import { RcsError } from '../../core/errors';
import { templates } from '../../core/providers/infobip/templates';
import { base, wire } from './infobipWire';

describe('templates', () => {
	const url = `${base}/rcs/1/senders/DemoSender/templates`;
	const stored = {
		name: 'order_shipped',
		type: 'TEXT',
		status: 'APPROVED_PARTIALLY',
		content: { type: 'TEXT', text: 'Order {{number}} comes on {{day}}, {{number}}' },
		lastUpdate: '2030-01-01T10:00:00.000+0100',
	};
	const template = {
		id: 'order_shipped',
		name: 'order_shipped',
		kind: 'TEXT',
		status: 'partiallyApproved',
		content: stored.content,
		variables: ['number', 'day'],
		updatedAt: '2030-01-01T09:00:00.000Z',
	};

	test('list and get', async () => {
		const list = wire([stored, {}]);
		expect(await templates.list(list.call)).toEqual([
			template,
			{ id: '', name: '', status: 'unknown', variables: [] },
		]);
		expect(list.requests).toEqual([{ method: 'GET', url }]);
		const one = wire(stored);
		expect(await templates.get(one.call, 'order/shipped')).toEqual(template);
		expect(one.requests).toEqual([{ method: 'GET', url: `${url}/order%2Fshipped` }]);
	});

	test('create, with placeholders where times and texts are', async () => {
		const { call, requests } = wire(stored);
		await templates.create(call, {
			name: 'sale',
			carriers: ['INDIA_VI'],
			content: {
				kind: 'text',
				text: 'Sale on {{day}}',
				suggestions: [
					{
						type: 'calendar',
						text: 'Save',
						title: 'Sale',
						startTime: '{{start}}',
						endTime: '2030-05-01T10:00:00Z',
					},
				],
			},
		});
		expect(requests).toEqual([
			{
				method: 'POST',
				url,
				body: {
					templateName: 'sale',
					providers: ['INDIA_VI'],
					content: {
						type: 'TEXT',
						text: 'Sale on {{day}}',
						suggestions: [
							{
								type: 'CREATE_CALENDAR_EVENT',
								text: 'Save',
								postbackData: 'Save',
								title: 'Sale',
								startTime: '{{start}}',
								endTime: '2030-05-01T10:00:00.000+0000',
							},
						],
					},
				},
			},
		]);
	});

	test('update, remove, submit and status', async () => {
		const { call, requests } = wire({
			name: 'sale',
			status: 'PENDING',
			coverage: [
				{
					countryCode: 'IN',
					providers: [
						{ providerName: 'INDIA_VI', status: 'APPROVED', updatedAt: '2030-01-01T00:00:00Z' },
						{ providerName: 'OTHER', status: 'SUSPENDED' },
					],
				},
			],
		});
		const content = { kind: 'text', text: 'Hi' } as const;
		await templates.update(call, 'sale', { name: 'sale', carriers: [], content });
		await templates.remove(call, 'sale');
		await templates.submit(call, 'sale', ['OTHER']);
		expect(await templates.status(call, 'sale')).toEqual({
			name: 'sale',
			status: 'pending',
			carriers: [
				{
					country: 'IN',
					carrier: 'INDIA_VI',
					status: 'approved',
					updatedAt: '2030-01-01T00:00:00.000Z',
				},
				{ country: 'IN', carrier: 'OTHER', status: 'suspended' },
			],
		});
		expect(requests).toEqual([
			{ method: 'PUT', url: `${url}/sale`, body: { type: 'TEXT', text: 'Hi' } },
			{ method: 'DELETE', url: `${url}/sale` },
			{ method: 'PATCH', url: `${url}/sale/register`, body: { providers: ['OTHER'] } },
			{ method: 'GET', url: `${url}/sale/status` },
		]);
	});

	test('without a sender nothing is asked', async () => {
		const { call, requests } = wire([], 200, { agent: '' });
		await expect(templates.list(call)).rejects.toBeInstanceOf(RcsError);
		expect(requests).toEqual([]);
	});

	test('carriers of the sender, or of every sender', async () => {
		const answer = { providers: ['INDIA_VI', '', 'INDONESIA_TELKOMSEL'] };
		const own = wire(answer);
		expect(await templates.carriers(own.call)).toEqual(['INDIA_VI', 'INDONESIA_TELKOMSEL']);
		const all = wire(answer, 200, { agent: '' });
		await templates.carriers(all.call);
		const path = `${base}/rcs/1/templates/template-providers`;
		expect([...own.requests, ...all.requests]).toEqual([
			{ method: 'GET', url: `${path}?sender=DemoSender` },
			{ method: 'GET', url: path },
		]);
	});
});
