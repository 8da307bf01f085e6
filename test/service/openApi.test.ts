import { Registry } from 'prom-client';
import { makeApp } from '../../service/http/app';
import { startTestService, type TestService } from './support/world';

interface Document {
	paths: Record<
		string,
		Record<string, { operationId: string; responses: Record<string, unknown> }>
	>;
	components: { schemas: Record<string, object> };
}

/** Addresses of people, not of programs. */
const unlisted = [
	/^\/v1\/page\//,
	/^\/openapi/,
	/^\/webhooks\/:provider/,
	/^\/webhooks\/hubspot/,
	/^\/metrics$/,
];

describe('the OpenAPI document', () => {
	let service: TestService;
	let document: Document;
	beforeAll(async () => {
		service = await startTestService();
		document = (await service.get('/openapi.json')).body as Document;
	});
	afterAll(() => service.stop());

	it('lists every address of the service, and no other', () => {
		const listed = Object.keys(document.paths).map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
		const { service: parts } = service;
		const routes = makeApp({ ...parts, reports: { ...parts.reports, figures: new Registry() } })
			.routes.map(({ path }) => path)
			.filter((path) => path.startsWith('/v1/') || path.startsWith('/webhooks/'))
			.filter((path) => !path.includes('*') && !unlisted.some((one) => one.test(path)));
		expect(listed).toEqual(expect.arrayContaining([...new Set(routes)]));
		const health = listed.filter((path) => /^\/(healthz|readyz)$/.test(path));
		expect(listed.toSorted()).toEqual([...new Set([...routes, ...health])].toSorted());
	});

	it('names every operation once, and every schema it points at', () => {
		const ids = Object.values(document.paths).flatMap((path) =>
			Object.values(path).map(({ operationId }) => operationId),
		);
		expect(new Set(ids).size).toBe(ids.length);
		const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)];
		for (const [, name = ''] of names) expect(document.components.schemas).toHaveProperty(name);
	});

	it('has a small part that automations understand: nothing is one of several', async () => {
		const { body } = await service.get('/openapi/actions.json');
		const text = JSON.stringify(body);
		expect(text).not.toMatch(/"(oneOf|anyOf|allOf|not)"/);
		expect(Object.keys((body as Document).paths)).toEqual([
			'/v1/messages/simple',
			'/v1/messages/{id}',
			'/v1/consent/check',
			'/v1/consent',
		]);
	});
});
