import type { JsonObject } from '../../sandbox/json';
import { objects, text, useSandbox } from './world';

const { call, sendInfobip } = useSandbox();

const list = async (query: string): Promise<JsonObject[]> =>
	objects((await call('GET', `/sandbox/traffic${query}`)).body['traffic']);
const to = (number: string, messageId: string) =>
	sendInfobip(text({ destinations: [{ to: number, messageId }] }));

it.each(['%2B447700900002', '+447700900002', '447700900002'])(
	'the exchanges of one phone are asked for as %s',
	async (phone) => {
		await to('447700900001', 'a');
		await to('447700900002', 'b');
		const found = await list(`?phone=${phone}`);
		expect(found.map(({ messageIds }) => messageIds)).toEqual([['b']]);
		expect(await list('?phone=%2B447700900003')).toEqual([]);
	},
);

it('as many are listed as asked for, the latest first; 100 where the limit is no number', async () => {
	for (const id of ['a', 'b', 'c']) await to('447700900001', id);
	const ids = async (limit: string) =>
		(await list(`?limit=${limit}`)).map(({ messageIds }) => messageIds);
	expect(await ids('2')).toEqual([['c'], ['b']]);
	expect(await ids('1')).toEqual([['c']]);
	for (const wrong of ['', 'all', '0', '-1', '1.5']) expect(await ids(wrong)).toHaveLength(3);
	for (let i = 0; i < 100; i += 1) await call('GET', '/infobip/rcs/1/senders');
	expect(await ids('all')).toHaveLength(100);
});
