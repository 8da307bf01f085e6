import { defined, type JsonObject } from '../../json';
import type { Content, Media } from '../../message/types';
import { contentMessage, type RbmContent } from '../../rbm/content';
import type { Dialect } from '../../rbm/dialect';

const dialect: Dialect = { file: encodeFile, orientation: 'vertical', namesBrowser: true };

const contentTypes: Readonly<Record<RbmContent['kind'], string>> = {
	text: 'text',
	file: 'file',
	card: 'richcard',
	carousel: 'carousel',
};

/**
 * The "RCS object" of seven.io, which stands in `text` instead of a plain text. UNCERTAIN: the page that
 * describes it could not be read, and the only example known is `{contentType: 'text', text}`. The rest
 * is a guess: Google's AgentContentMessage, whose names seven.io uses in its webhooks and capabilities,
 * tagged with `contentType`. Nothing but this file knows the form, so that a correction stays in it.
 */
export function encodeRcsObject(content: Content): JsonObject {
	switch (content.kind) {
		case 'raw':
		case 'form':
		case 'template':
			throw new TypeError(`seven.io has no ${content.kind}; core/send.ts refuses it`);
		default:
			return { contentType: contentTypes[content.kind], ...contentMessage(content, dialect) };
	}
}

function encodeFile({ url, thumbnailUrl, forceRefresh }: Media): JsonObject {
	return { contentInfo: defined({ fileUrl: url, thumbnailUrl, forceRefresh }) };
}
