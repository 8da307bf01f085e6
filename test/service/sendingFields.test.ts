import { asObject } from '../../core/json';
import { fixturesOf } from '../fixtures';
import { startTestService, type TestService } from './support/world';

/** A number reserved for fiction. */
const to = '+447700900001';
const replies = Array.from({ length: 14 }, (_, i) => `Reply ${i}`);
const link = { linkText: 'Track it', linkUrl: 'https://example.com/track' };

describe('a flat field that cannot be sent', () => {
	let service: TestService;
	beforeAll(async () => {
		const ids = ['infobip', 'seven', 'google-rbm'] as const;
		const accounts = ids.map((id) => [id, { provider: id, settings: fixturesOf[id].settings }]);
		service = await startTestService({ providers: Object.fromEntries(accounts) as object });
	});
	afterAll(() => service.stop());

	const ask = async (fields: object) => {
		const asked = { to, connection: 'infobip', ...fields };
		const { status, body } = await service.post('/v1/messages/simple', asked);
		return { status, error: asObject(asObject(body)['error']) };
	};

	it.each<[string, object, string]>([
		['text', {}, 'text is empty'],
		['to', { to: '12', text: 'Hello' }, 'to must be a phone number'],
		['title', { title: 'a'.repeat(300) }, 'title has 300 characters'],
		['title', { description: 'Only this' }, 'The card needs a title'],
		['description', { title: 'A', description: 'a'.repeat(3000) }, 'description has 3000'],
		['text', { title: 'A', text: 'a'.repeat(3000) }, 'text has 3000 characters'],
		['mediaUrl', { mediaUrl: 'ftp://example.com' }, 'mediaUrl must be a full web address'],
		['linkUrl', { text: 'A', ...link, linkUrl: 'nope' }, 'linkUrl must be a full web address'],
		['linkUrl', { title: 'A', ...link, linkUrl: 'nope' }, 'linkUrl must be a full web address'],
		['linkText', { text: 'A', ...link, linkText: 'a'.repeat(60) }, 'linkText has 60 characters'],
		['callNumber', { text: 'A', ...link, callNumber: 'x' }, 'callNumber must be a phone number'],
		['callText', { text: 'A', callNumber: to, callText: 'a'.repeat(60) }, 'callText has 60'],
		['replies', { text: 'A', ...link, replies: ['a'.repeat(60)] }, 'replies has 60 characters'],
		['replies', { text: 'A', replies }, 'The list of buttons and replies has 14 entries'],
		['smsText', { text: 'A', smsText: 'A', connection: 'google-rbm' }, 'no fallback to SMS'],
		['campaignId', { text: 'A', campaignId: 'a'.repeat(300) }, 'campaignId has 300'],
		['clientRef', { text: 'A', clientRef: 'a'.repeat(5000) }, 'clientRef has 5000'],
		['templateId', { templateId: 'a', connection: 'seven' }, 'cannot carry content of kind'],
		['text', { title: 'A', description: 'B', text: 'C' }, 'cannot be sent beside body.description'],
		['linkUrl', { templateId: 'a', linkUrl: link.linkUrl }, 'beside body.templateId: fill in one'],
		['variables', { text: 'A', variables: { name: 'B' } }, 'fill in body.templateId, too'],
	])('is named as the caller names it: %s', async (field, fields, words) => {
		const { status, error } = await ask(fields);
		const message = expect.stringContaining(words) as string;
		expect(status).toBe(400);
		expect(error).toMatchObject({ problems: [{ path: `body.${field}`, message }] });
		expect(JSON.stringify(error)).not.toMatch(/content\.|fallback\.|correlation\./);
	});
});
