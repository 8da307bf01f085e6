import type { FileToUpload, UploadedFile } from '../../chat';
import { RcsError } from '../../errors';
import { expectOk, type HttpRequest, unclearAnswer } from '../../http';
import { asObject, asString, defined } from '../../json';
import type { Call } from '../../provider';
import type { ProviderSettings } from '../../settings';
import { agentId, rbmUrl } from './address';
import { readFailure } from './errors';

/** Uploads a file, which Google keeps for 60 days. Its name, `files/...`, stands for it in messages. */
export async function upload({ http, settings }: Call, file: FileToUpload): Promise<UploadedFile> {
	const raw = expectOk(await http(requestFor(file, settings)), readFailure);
	const url = asString(asObject(raw)['name']);
	if (!url) throw new RcsError(unclearAnswer(raw, 'Google took the file but did not name it'));
	return { url, raw };
}

/**
 * POST /v1/files for a file of the web, POST /upload/v1/files for bytes. The reference has the agent in
 * the body, the guide in the query; bytes leave the query only.
 */
function requestFor(file: FileToUpload, settings: ProviderSettings): HttpRequest {
	if ('url' in file) {
		const { url: fileUrl, thumbnailUrl } = file;
		const body = defined({ fileUrl, thumbnailUrl, agentId: agentId(settings.agent) });
		return { method: 'POST', url: rbmUrl(settings, '/v1/files'), body };
	}
	return {
		method: 'POST',
		url: rbmUrl(settings, '/upload/v1/files'),
		headers: { 'Content-Type': file.mimeType },
		body: file.bytes,
	};
}
