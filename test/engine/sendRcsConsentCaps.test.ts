import { asArray, asObject } from '../../core/json';
import { capped, checked, useCheckedSends } from './checkedSends';
import { people } from './sends';

const { sends, service, send, requests } = useCheckedSends();
const [ann = { phone: '' }, bob = { phone: '' }, cat = { phone: '' }] = people;

const accepted = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
const rejected = { groupId: 5, groupName: 'REJECTED', id: 12, name: 'REJECTED_PREFIX_MISSING' };

/** Infobip refuses the messages to a phone, in so many requests. */
function refuse(phone: string, times = Number.POSITIVE_INFINITY): void {
	sends.answer = ({ json }, count) => {
		const messages = asArray(asObject(json)['messages']).map((message) => {
			const { to, messageId } = asObject(asArray(asObject(message)['destinations'])[0]);
			const isRefused = count <= times && phone.endsWith(String(to));
			return { messageId, status: isRefused ? rejected : accepted };
		});
		return { status: 200, body: { bulkId: 'b', messages } };
	};
}

describe('what counts for a frequency cap of the service', () => {
	beforeEach(() => people.forEach(({ phone }) => service.tell(phone, 'optedIn')));

	it('is what was sent, by any workflow, for the same purpose', async () => {
		const first = await send(checked({}, capped(1)), [ann, ann, bob]);
		expect(first.sent).toHaveLength(2);
		expect(first.reasons).toMatchObject([{ category: 'frequencyCap', rule: 'frequencyCap' }]);
		expect(first.stopped[0]?.json['holdUntil']).toMatch(/^\d{4}-.*Z$/);
		const other = await send(checked({}, capped(1)), [ann, cat], { workflowId: 'other' });
		expect(other.sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		service.tell(ann.phone, 'optedIn', { purpose: 'news' });
		const news = checked({ purpose: 'otherMarketing', purposeName: 'news' }, capped(1));
		expect((await send(news, [ann], { executionId: '3' })).sent).toHaveLength(1);
	});

	it('is not what the provider refused, and what waited for it is sent', async () => {
		refuse(ann.phone, 1);
		const { sent, stopped } = await send(checked({}, capped(1)), [ann, ann, bob, bob]);
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(stopped).toMatchObject([{ pairedItem: { item: 0 } }, { pairedItem: { item: 3 } }]);
		expect(requests().map(({ phone }) => phone)).toEqual([
			...[ann.phone, ann.phone, bob.phone, bob.phone],
			ann.phone,
		]);
		const [{ requests: released } = {}] = service.asked('/v1/gate/release');
		expect(released).toEqual([{ id: stopped[0]?.json['messageId'], phone: ann.phone }]);
		expect(service.counted.size).toBe(2);
	});

	it('is what may have arrived', async () => {
		sends.answer = () => ({ hangUp: true });
		const { stopped } = await send(checked({ provider: 'infobip' }), [ann]);
		expect(stopped[0]?.json['status']).toBe('unknown');
		expect(service.asked('/v1/gate/release')).toEqual([]);
		expect(service.counted.size).toBe(1);
	});

	it('is what the provider had before', async () => {
		sends.answer = () => ({ status: 409, body: { error: 'I know this one' } });
		const credentials = {
			rcsConversationApi: { baseUrl: sends.url(), token: 'secret-token' },
			...service.credentials(),
		};
		const { reasons } = await send(checked({ provider: 'conversation' }), [ann], { credentials });
		expect(reasons).toMatchObject([{ category: 'duplicate' }]);
		expect(service.asked('/v1/gate/release')).toEqual([]);
		expect(service.counted.size).toBe(1);
	});

	it('stays counted where the service cannot be told, which the node says', async () => {
		refuse(ann.phone);
		service.fault = ({ path }) => (path === '/v1/gate/release' ? { status: 500 } : undefined);
		const { hints } = await send(checked(), [ann, bob]);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('the frequency cap counts 1 too many'),
		);
	});

	it('of a run in which nothing could be sent is nothing', async () => {
		sends.answer = () => ({ status: 401 });
		await expect(send(checked(), people)).rejects.toThrow();
		expect(service.counted.size).toBe(0);
	});
});
