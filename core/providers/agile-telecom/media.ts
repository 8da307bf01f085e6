import { type ProviderError, providerError, RcsError } from '../../errors';
import { expectOk, type HttpResponse } from '../../http';
import { asObject, asString } from '../../json';
import { baseUrl, type Call } from '../../provider';
import { readFailure } from './errors';
import { profile } from './profile';

/** How long the address of a file works, in minutes, as the guide asks for it. */
const EXPIRE_MINUTES = 180;

/** GET /api/files/{mediaKey}: the address of a file that a person sent, for three hours. */
export async function media({ http, settings }: Call, key: string): Promise<{ url: string }> {
	const base = baseUrl(settings, profile.exampleBaseUrl);
	const url = `${base}/api/files/${encodeURIComponent(key)}?expireMinutes=${EXPIRE_MINUTES}`;
	const body = expectOk(await http({ method: 'GET', url }), readFileFailure);
	const found = asString(asObject(body)['url']);
	if (found) return { url: found };
	throw new RcsError(providerError('media', 'Agile Telecom gave no address for the file'));
}

/** Here, 404 is a file that is gone and not an agent or a template. */
function readFileFailure(response: HttpResponse): Partial<ProviderError> {
	const failure = readFailure(response);
	if (response.status !== 404 || !failure.message) return failure;
	return { ...failure, advice: 'The file is not there any more: ask the person to send it again.' };
}
