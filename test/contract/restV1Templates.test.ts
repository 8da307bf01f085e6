import { templates } from '../../core/providers/rest-v1/templates';
import { base, json, wire } from './restV1Wire';

describe('templates', () => {
	const stored = {
		id: 'cart_recovery',
		name: 'Cart recovery',
		language: 'en',
		version: 3,
		status: 'approved',
		content: { text: 'Hi {{name}}, your {{ item }} waits' },
		updated_at: '2030-01-01T10:00:00Z',
	};
	const german = { ...stored, language: 'de', status: 'rejected', reason: 'Too loud' };
	const template = {
		id: 'cart_recovery',
		name: 'Cart recovery',
		language: 'en',
		version: '3',
		status: 'approved',
		content: stored.content,
		variables: ['name', 'item'],
		updatedAt: '2030-01-01T10:00:00.000Z',
	};

	test('list: every language, from every page', async () => {
		const { call, asked } = wire([
			{ templates: [stored], page: 1, total_pages: 2 },
			{ templates: [german], page: 2, total_pages: 2 },
		]);
		expect(await templates.list(call)).toEqual([
			template,
			{ ...template, language: 'de', status: 'rejected', reason: 'Too loud' },
		]);
		expect(asked()).toEqual([
			'GET /v1/templates?page=1&per_page=100',
			'GET /v1/templates?page=2&per_page=100',
		]);
	});

	test('pages by cursor, by has_more, and a list that is all there is', async () => {
		const byCursor = wire([{ data: [{}], next_cursor: 'c/2' }, { data: [{}] }]);
		expect(await templates.list(byCursor.call)).toHaveLength(2);
		expect(byCursor.asked()[1]).toBe('GET /v1/templates?cursor=c%2F2&per_page=100');
		const byFlag = wire([{ items: [{}], paging: { hasMore: true } }, { items: [] }]);
		expect(await templates.list(byFlag.call)).toHaveLength(1);
		expect(byFlag.requests).toHaveLength(2);
		const plain = wire([[stored, stored]]);
		expect(await templates.list(plain.call)).toHaveLength(2);
		expect(plain.requests).toHaveLength(1);
	});

	test('get and status look in the list', async () => {
		const answer = [{ templates: [german, stored, { id: 'other', status: 'draft' }] }];
		expect(await templates.get(wire(answer).call, 'cart_recovery')).toMatchObject({
			language: 'de',
		});
		expect(await templates.status(wire(answer).call, 'cart_recovery')).toEqual({
			name: 'Cart recovery',
			status: 'partiallyApproved',
			carriers: [],
		});
		expect(await templates.status(wire(answer).call, 'other')).toMatchObject({ status: 'draft' });
		await expect(templates.get(wire(answer).call, 'none')).rejects.toMatchObject({
			detail: { category: 'notFound', message: expect.stringContaining('none') },
		});
	});

	test('create, update, remove and submit', async () => {
		const { call, requests } = wire([{ ...stored, status: 'draft' }]);
		const content = { kind: 'text', text: 'Hi {{name}}' } as const;
		const draft = { name: 'Cart recovery', language: 'en', carriers: [], content };
		const described = { ...draft, description: 'For carts left behind' };
		expect(await templates.create(call, described)).toMatchObject({ status: 'draft' });
		await templates.update(call, 'cart recovery', draft);
		await templates.remove(call, 'cart_recovery');
		await templates.submit(call, 'cart_recovery');
		const body = { name: 'Cart recovery', language: 'en', content: { text: 'Hi {{name}}' } };
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/templates`,
				headers: json,
				body: { ...body, description: 'For carts left behind' },
			},
			{ method: 'PUT', url: `${base}/v1/templates/cart%20recovery`, headers: json, body },
			{ method: 'DELETE', url: `${base}/v1/templates/cart_recovery`, headers: {} },
			{ method: 'POST', url: `${base}/v1/templates/cart_recovery/submit`, headers: {} },
		]);
	});

	test('a template that is answered by halves is as it was written', async () => {
		const { call } = wire([{ template: { id: '7' } }]);
		const content = { kind: 'text', text: 'Hi {{name}}' } as const;
		expect(
			await templates.create(call, { name: 'Sale', language: 'de', carriers: [], content }),
		).toEqual({
			id: '7',
			name: 'Sale',
			language: 'de',
			status: 'unknown',
			content: { text: 'Hi {{name}}' },
			variables: ['name'],
		});
	});
});
