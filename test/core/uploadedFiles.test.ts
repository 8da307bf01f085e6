import { rcsLimits, type MessageProfile } from '../../core/message/limits';
import type { Media } from '../../core/message/types';
import { validate } from '../../core/message/validate';
import { aMessage, NOW } from '../fixtures/messages';

const profile: MessageProfile = {
	displayName: 'Uploads',
	content: ['text', 'file'],
	suggestions: [],
	limits: rcsLimits,
	options: ['thumbnail'],
	fallback: { channels: [], max: 0 },
	uploadedFiles: { pattern: '^files/\\w+$' },
};

function paths(file: Media, own: MessageProfile = profile): string[] {
	return validate(aMessage({ content: { kind: 'file', file } }), own, NOW).map(({ path }) => path);
}

const address = 'https://cdn.example.com/tour.mp4';

test('an uploaded file stands where an address would', () => {
	expect(paths({ url: 'files/f1' })).toEqual([]);
	expect(paths({ url: 'files/f1', thumbnailUrl: 'files/f2' })).toEqual([]);
	expect(paths({ url: address, thumbnailUrl: address })).toEqual([]);
	expect(paths({ url: 'files/' })).toEqual(['content.file.url']);
	expect(paths({ url: `files/${'x'.repeat(2048)}` })).toEqual(['content.file.url']);
});

test('a file and its thumbnail are both uploaded, or neither', () => {
	expect(paths({ url: 'files/f1', thumbnailUrl: address })).toEqual(['content.file.thumbnailUrl']);
	expect(paths({ url: address, thumbnailUrl: 'files/f2' })).toEqual(['content.file.thumbnailUrl']);
});

test('without uploads, it is no address', () => {
	const without = { ...profile };
	delete without.uploadedFiles;
	expect(paths({ url: 'files/f1' }, without)).toEqual(['content.file.url']);
});
