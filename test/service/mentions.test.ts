import { mentions } from '../../service/ledger/mentions';

const phone = '+4915112345678';
const inBase64 = (text: string, before: number) =>
	`{"data":"${Buffer.from('x'.repeat(before) + text).toString('base64')}"}`;

it.each([
	'{"from":"+4915112345678"}',
	'{"from":"4915112345678"}',
	'{"from":4915112345678}',
	'from=%2B4915112345678&to=1',
	'from=%204915112345678',
	'{"from":"\\u002b4915112345678"}',
	'{"from":"004915112345678"}',
	'/hook/4915112345678/x',
	...[0, 1, 2].map((before) => inBase64('{"from":"+4915112345678"}', before)),
	`/hook/ab/${Buffer.from('{"from":"+4915112345678"}').toString('base64url')}`,
])('a text with the number: %s', (text) => {
	expect(mentions(text, phone)).toBe(true);
});

it.each([
	'{"from":"+491511234567890"}',
	'{"from":"+1 4915112345678"}'.replace(' ', ''),
	'{"id":"20300131124915112345678"}',
	'from=%2B4915112345678%35',
	...[0, 1, 2].map((before) => inBase64('{"from":"+49151123456789"}', before)),
	'{"from":"+447700900123"}',
])('a text with another one: %s', (text) => {
	expect(mentions(text, phone)).toBe(false);
});
