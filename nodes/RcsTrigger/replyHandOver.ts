import type { IDataObject, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { asObject, asString } from '../../core/json';
import { clock } from '../shared/clock';
import { itemJson } from '../shared/itemJson';
import { resumeUrlAt } from '../shared/replyReference';
import { type Heard, heards, type ReplySent } from '../shared/replySent';

/**
 * What n8n made of an answer. `refused`: it never signed the path. `running`: the execution does not wait, or somebody
 * else makes it go on. `unreachable`: n8n does not answer itself.
 */
export type HandedOver = Heard | 'refused' | 'running' | 'unreachable';

const TIMEOUT_MS = 10_000;

/** Somebody may tap before n8n has noted that it waits: then the execution still counts as running. */
const WAITS_MS = [250, 500, 1000, 1500];

/** Posts an answer to where the execution waits: at the origin of this trigger's own URL, and nowhere else. */
export async function handOver(
	context: IWebhookFunctions,
	path: string,
	sent: ReplySent,
): Promise<HandedOver> {
	const url = resumeUrlAt(context.getNodeWebhookUrl('default') ?? '', path);
	if (url === undefined) return 'refused';
	for (const wait of WAITS_MS) {
		const handed = await post(context, url, sent);
		if (handed !== 'running') return handed;
		await clock.wait(wait);
	}
	return 'running';
}

async function post(context: IWebhookFunctions, url: string, sent: ReplySent): Promise<HandedOver> {
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: itemJson(sent),
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		return readAnswer(asObject(response));
	} catch (error) {
		const { message } = asObject(error);
		context.logger.error(
			`RCS Trigger could not hand a reply to the execution that waits for it: ${String(message)}. n8n must reach its own webhook URL; see N8N_WEBHOOK_URL.`,
		);
		return 'unreachable';
	}
}

/**
 * n8n answers 200 with a page of its own when the execution is over, 404 when it is deleted, 401 when the signature is
 * wrong, 409 while it runs or when it failed, and 500 when somebody else makes it go on at this moment. Anybody between
 * answers 404 as well, so n8n's own words count.
 */
function readAnswer({ statusCode, body }: Partial<IN8nHttpFullResponse>): HandedOver {
	const json = asObject(body) as IDataObject;
	const message = asString(json['message']) ?? '';
	if (statusCode === 200) return heards.find((known) => known === json['rcsWait']) ?? 'closed';
	if (statusCode === 401 || statusCode === 403) return 'refused';
	if (statusCode === 404) return GONE.test(message) ? 'closed' : 'unreachable';
	if (statusCode === 409) return message.includes('running') ? 'running' : 'closed';
	return statusCode === 500 ? 'running' : 'unreachable';
}

/** The execution, or the node in it, is no more. */
const GONE = /^(The execution .* does not exist|Could not find node )/;
