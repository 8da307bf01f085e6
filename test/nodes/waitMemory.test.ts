import { WaitMemory } from '../../nodes/shared/waitMemory';
import { asWord, type Wait, type Written } from '../../nodes/shared/waits';

const DAY = 86_400_000;
const asked = (wait: string, more: Partial<Wait> = {}): Wait => ({
	...{ wait, provider: 'infobip', phone: '+447700900123', path: `/${wait}` },
	...more,
});
const written = (word?: string, more: Partial<Written> = {}): Written => ({
	...{ provider: 'infobip', phone: '+447700900123', eventId: 'event' },
	...(word === undefined ? {} : { word }),
	...more,
});

let now = 0;
let memory: WaitMemory;
beforeEach(() => {
	now = 0;
	memory = new WaitMemory(() => now, 3);
});

const claim = async (...said: Parameters<typeof written>) => {
	const { outcome, ...more } = await memory.claim(written(...said));
	return 'wait' in more ? `${outcome} ${more.wait}` : outcome;
};

it('gives the latest question that a text answers to one caller alone', async () => {
	await memory.add(asked('open'));
	await memory.add(asked('choices', { words: ['yes'] }));
	expect([await claim('maybe'), await claim('yes'), await claim('yes')]).toEqual([
		...['claimed open', 'claimed choices', 'none'],
	]);
	await memory.settle('choices', 'event', 'answered');
	expect(await claim('yes')).toBe('late choices');
});

it('knows people, providers and agents apart', async () => {
	await memory.add(asked('by a shop', { agent: 'Shop' }));
	expect(await claim('yes', { phone: '+447700900124' })).toBe('none');
	expect(await claim('yes', { provider: 'seven' })).toBe('none');
	expect(await claim('yes', { agent: 'Bank' })).toBe('none');
	expect(await claim('yes')).toBe('claimed by a shop');
});

it('gives a question again when its answer did not get through', async () => {
	await memory.add(asked('again'));
	await claim('yes');
	await memory.settle('again', 'another event', 'open');
	expect(await claim('yes')).toBe('none');
	await memory.settle('again', 'event', 'open');
	expect(await claim('yes')).toBe('claimed again');
});

it('takes what somebody writes after an answer for a new matter, and an unanswered one for late, for a day', async () => {
	await memory.add(asked('answered'));
	await claim('tomorrow');
	await memory.settle('answered', 'event', 'answered');
	expect(await claim('thanks')).toBe('none');
	await memory.add(asked('short', { until: new Date(1000).toISOString() }));
	now = 1000;
	expect(await claim('tomorrow')).toBe('late short');
	now = 1000 + DAY;
	expect(await claim('tomorrow')).toBe('none');
});

it('has a person told once that it is late, and never of the event that was the answer', async () => {
	await memory.settle('a', 'tap 1', 'answered');
	const told = [];
	for (const event of ['tap 1', 'tap 2', 'tap 3'])
		told.push(await memory.settle('a', event, 'late'));
	expect(told).toEqual([false, true, false]);
});

it('never holds more than its size, and forgets the oldest first', async () => {
	for (const name of ['a', 'b', 'c', 'd']) await memory.add(asked(name, { words: [name] }));
	expect([await claim('a'), await claim('b'), await claim('d')]).toEqual([
		...['none', 'claimed b', 'claimed d'],
	]);
	for (const name of ['a', 'b', 'c', 'd']) await memory.settle(name, 'tap', 'answered');
	expect([
		await memory.settle('d', 'tap', 'late'),
		await memory.settle('a', 'tap', 'late'),
	]).toEqual([false, true]);
});

it.each([
	[' Another  DAY! ', 'another day'],
	['«Ja.»', 'ja'],
	['Ｙｅｓ', 'yes'],
	['10:30', '10:30'],
	['👍', ''],
])('%j is written %j', (text, word) => expect(asWord(text)).toBe(word));
