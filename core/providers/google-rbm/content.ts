import { defined, type JsonObject } from '../../json';
import type { Content, Media } from '../../message/types';
import { isUploaded } from '../../message/validateMedia';
import { contentMessage } from '../../rbm/content';
import type { Dialect } from '../../rbm/dialect';
import { profile } from './profile';

const dialect: Dialect = { file: encodeFile, orientation: 'vertical', namesBrowser: true };

/** Content as `contentMessage` (AgentContentMessage). */
export function encodeContent(content: Content): unknown {
	switch (content.kind) {
		case 'raw':
			return content.payload;
		case 'form':
		case 'template':
			throw new TypeError(`Google RBM has no ${content.kind}; core/send.ts refuses it`);
		default:
			return contentMessage(content, dialect);
	}
}

/** A file of the web, or one that was uploaded before. */
function encodeFile({ url, thumbnailUrl, forceRefresh }: Media): JsonObject {
	return isUploaded(url, profile)
		? { uploadedRbmFile: defined({ fileName: url, thumbnailName: thumbnailUrl }) }
		: { contentInfo: defined({ fileUrl: url, thumbnailUrl, forceRefresh }) };
}
