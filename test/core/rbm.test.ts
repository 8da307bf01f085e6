import type { CardContent } from '../../core/message/types';
import { dryRun } from '../../core/dryRun';
import { providers } from '../../core/providers';
import { valueAt } from '../../core/json';
import { fixtures as conversation } from '../fixtures/conversation';
import { fixtures as googleRbm } from '../fixtures/google-rbm';
import { fixtures as restV1 } from '../fixtures/rest-v1';
import { aMessage, NOW } from '../fixtures/messages';

/** How the providers whose content is RBM's write a card: what their golden requests do not tell apart. */

const card = (more: Partial<CardContent>) =>
	aMessage({ content: { kind: 'card', card: { title: 'Blue mug' }, ...more } });

const cases = [
	['google-rbm', googleRbm.settings, 'contentMessage.richCard.standaloneCard', ''],
	['conversation', conversation.settings, 'message.richCard.standaloneCard', ''],
	['rest-v1', restV1.settings, 'content.rich_card.standalone_card', 'snake'],
] as const;

describe.each(cases)('%s', (id, settings, path, keys) => {
	async function written(more: Partial<CardContent>) {
		const [request] = await dryRun(providers[id], settings, [card(more)], NOW);
		const name = keys ? 'thumbnail_image_alignment' : 'thumbnailImageAlignment';
		return valueAt(request?.body, `${path}.${name}`);
	}

	test('a horizontal card says on which side its picture is, as RBM demands', async () => {
		expect(await written({ orientation: 'horizontal' })).toBe('LEFT');
		expect(await written({ orientation: 'horizontal', imageAlignment: 'right' })).toBe('RIGHT');
	});

	test('a vertical card has no side for its picture', async () => {
		expect(await written({ orientation: 'vertical', imageAlignment: 'right' })).toBeUndefined();
		expect(await written({ imageAlignment: 'right' })).toBeUndefined();
	});
});
