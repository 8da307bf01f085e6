import { WaitMemory } from '../../nodes/shared/waitMemory';
import { asWord, type Outcome, type Wait, type Written } from '../../nodes/shared/waits';

const DAY = 86_400_000;
let events = 0;
const asked = (wait: string, more: Partial<Wait> = {}): Wait => ({
	...{ wait, provider: 'infobip', phone: '+447700900123', path: `/${wait}` },
	...more,
});
const written = (word?: string, more: Partial<Written> = {}): Written => ({
	...{ provider: 'infobip', phone: '+447700900123', eventId: `event ${(events += 1)}` },
	...(word === undefined ? {} : { word }),
	...more,
});

let now = 0;
let memory: WaitMemory;
beforeEach(() => {
	now = 0;
	events = 0;
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
	await memory.settle('choices', { eventId: 'event 2' }, 'answered');
	expect(await claim('yes')).toBe('closed choices');
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
	await memory.settle('again', { eventId: 'another event' }, 'open');
	expect(await claim('yes')).toBe('none');
	await memory.settle('again', { eventId: 'event 1' }, 'open');
	expect(await claim('yes')).toBe('claimed again');
});

it('takes what somebody writes after an answer for a new matter, and an unanswered one for late, for a day', async () => {
	await memory.add(asked('answered'));
	await claim('tomorrow');
	await memory.settle('answered', { eventId: 'event 1' }, 'answered');
	expect(await claim('thanks')).toBe('none');
	await memory.add(asked('short', { until: new Date(1000).toISOString() }));
	now = 1000;
	expect(await claim('tomorrow')).toBe('closed short');
	now = 1000 + DAY;
	expect(await claim('tomorrow')).toBe('none');
});

it('does not take for late what may be meant for another question that is open', async () => {
	await memory.add(asked('answered', { words: ['yes'] }));
	await memory.settle('answered', { eventId: 'a tap' }, 'answered');
	await memory.add(asked('open', { words: ['tuesday'] }));
	expect(await claim('yes')).toBe('none');
	await memory.settle('open', { eventId: 'another tap' }, 'answered');
	expect(await claim('yes')).toBe('closed answered');
});

it('ends by a message that failed the question it asked, and has nobody else hear less', async () => {
	await memory.add(asked('failed', { messageIds: ['ours', 'theirs'], words: ['yes'] }));
	await memory.add(asked('other', { messageIds: ['another'], words: ['yes'] }));
	expect(await claim(undefined, { messageIds: ['of nobody'] })).toBe('none');
	expect(await claim(undefined, { messageIds: ['theirs'] })).toBe('claimed failed');
	expect(await claim(undefined, { messageIds: ['ours'] })).toBe('none');
	expect(await memory.settle('other', { eventId: 'tap' }, 'late')).toBe(true);
});

it('has a person told once that it is late, and never of the event that was the answer, or where it is over', async () => {
	const settle = (wait: string, eventId: string, outcome: Outcome) =>
		memory.settle(wait, { eventId }, outcome);
	for (const wait of ['a', 'b']) await memory.add(asked(wait));
	await settle('a', 'tap 1', 'answered');
	const told = [];
	for (const event of ['tap 1', 'tap 2', 'tap 3']) told.push(await settle('a', event, 'late'));
	expect(told).toEqual([false, true, false]);
	expect(await settle('b', 'tap 1', 'over')).toBe(false);
	expect(await settle('b', 'tap 2', 'late')).toBe(false);
});

it('has nobody told of a question that it does not know: another process may have the answer', async () => {
	expect(await memory.settle('unknown', { eventId: 'tap' }, 'late')).toBe(false);
	expect(await memory.isOver('unknown')).toBe(false);
});

it('has nobody who opted out told anything', async () => {
	await memory.add(asked('short', { until: new Date(0).toISOString() }));
	expect(await claim()).toBe('none');
	expect(await memory.settle('short', { eventId: 'tap' }, 'late')).toBe(false);
});

it('knows an event that it gave a question to', async () => {
	await memory.add(asked('older'));
	await memory.add(asked('newer', { words: ['yes'] }));
	const event = { eventId: 'of two processes' };
	expect([await claim('yes', event), await claim('yes', event)]).toEqual([
		...['claimed newer', 'underWay'],
	]);
	await memory.settle('newer', event, 'answered');
	expect(await claim('yes', event)).toBe('taken');
	expect(await memory.isOver('newer')).toBe(true);
	await memory.add(asked('next'));
	expect([await claim('a', { eventId: '1' }), await memory.isOver('next')]).toEqual([
		...['claimed next', false],
	]);
	await memory.settle('next', { eventId: '1' }, 'late');
	expect(await claim('a', { eventId: '1' })).toBe('claimed older');
});

it('never holds more than its size, and forgets the oldest first', async () => {
	for (const name of ['a', 'b', 'c', 'd']) await memory.add(asked(name, { words: [name] }));
	expect([await claim('a'), await claim('b'), await claim('d')]).toEqual([
		...['none', 'claimed b', 'claimed d'],
	]);
});

it('forgets what is over for a day, and with it whom it asked', async () => {
	const isLate = () => memory.settle('short', { eventId: 'tap' }, 'late');
	await memory.add(asked('short', { until: new Date(1000).toISOString() }));
	now = 1000 + DAY;
	await memory.add(asked('next'));
	expect(await isLate()).toBe(false);
});

it.each([
	[' Another  DAY! ', 'another day'],
	['«Ja.»', 'ja'],
	['Ｙｅｓ', 'yes'],
	['10:30', '10:30'],
	['👍', ''],
])('%j is written %j', (text, word) => expect(asWord(text)).toBe(word));
