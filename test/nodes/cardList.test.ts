import { cardsFromList } from '../../nodes/SendRcs/cardList';

const titles = (title: string, ...entries: unknown[]) =>
	cardsFromList(entries, { title }).map((card) => card.title);

test('a field of the entry is written in', () => {
	expect(titles('{title} - {price}', { title: 'Lamp', price: 5 }, { title: 'Mug' })).toEqual([
		'Lamp - 5',
		'Mug - ',
	]);
	expect(titles('{Größe} {prénom} {名前}', { Größe: 'L', prénom: 'Ann', 名前: 'x' })).toEqual([
		'L Ann x',
	]);
});

test('a placeholder stays for the message to fill, whatever the entry has', () => {
	const entry = { name: 'Lamp' };
	expect(titles('{{name}}, your {name}', entry)).toEqual(['{{name}}, your Lamp']);
	expect(titles('{{ name }} {{first name}} {name}}', entry)).toEqual([
		'{{ name }} {{first name}} Lamp}',
	]);
});

test('a path reaches into objects and lists', () => {
	const entry = { image: { src: 'a' }, images: [{ src: 'b' }, { src: 'c' }], sizes: ['S', 'M'] };
	expect(titles('{image.src}{images.0.src}{images.1.src}{sizes.1}', entry)).toEqual(['abcM']);
	expect(titles('-{images.2.src}{images.src}{images.length}{images}{image}', entry)).toEqual(['-']);
	expect(titles('{0}-{1.src}', ['a', { src: 'b' }])).toEqual(['a-b']);
});

test('a part that becomes empty is left out', () => {
	const pattern = { title: '{title}', description: '{text}', media: { url: '{image}' } };
	expect(cardsFromList([{ title: 'Lamp' }, null], pattern)).toEqual([{ title: 'Lamp' }, {}]);
});
