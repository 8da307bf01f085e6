import type { IBinaryData, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { providerError, RcsError } from '../../core/errors';
import type { RcsEvent } from '../../core/event/types';
import type { Account } from '../shared/account';
import { itemJson } from '../shared/itemJson';
import type { DownloadOptions } from './options';

/** The provider waits for its answer so long, for all files of a webhook together. */
export const DOWNLOAD_SECONDS = 10;

/** Files in memory at the same time: a webhook may tell of many. */
const AT_ONCE = 4;

type Media = NonNullable<RcsEvent['media']>;

/** An event on its way to the workflow. */
export interface Told {
	event: RcsEvent;
	item: INodeExecutionData;
}

/**
 * Puts the file that an event names into its item. What cannot be downloaded is said in the item: an
 * event is never lost for its file. `genuine`: an address that anyone could have sent is not opened.
 */
export async function attachMedia(
	context: IWebhookFunctions,
	account: Account,
	options: DownloadOptions,
	genuine: boolean,
	told: readonly Told[],
): Promise<void> {
	const signal = AbortSignal.timeout(DOWNLOAD_SECONDS * 1000);
	const queue = told[Symbol.iterator]();
	const work = async () => {
		for (const { event, item } of queue) {
			if (!event.media) continue;
			try {
				if (!genuine) throw failed('The webhook was not verified');
				const file = await inTime(
					fetchFile(context, account, event.media, options, signal),
					signal,
				);
				item.binary = { [options.field]: file };
			} catch (error) {
				const downloadError = error instanceof Error ? error.message : String(error);
				item.json = itemJson({ ...item.json, media: { ...event.media, downloadError } });
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function fetchFile(
	context: IWebhookFunctions,
	account: Account,
	media: Media,
	{ mostBytes }: DownloadOptions,
	signal: AbortSignal,
): Promise<IBinaryData> {
	const url = await addressOf(account, media);
	const { bytes, mimeType } = await account.download(url, { bytes: mostBytes, signal });
	const name = media.fileName ?? lastPart(url);
	return context.helpers.prepareBinaryData(bytes, name, media.mimeType ?? mimeType);
}

/** Where only a key is told, the provider is asked where its file is. */
async function addressOf({ provider, http, settings, newId }: Account, media: Media) {
	if (media.url) return media.url;
	if (!media.key || !provider.media) throw failed('The provider does not say where the file is');
	const call = { http, settings, newId, now: new Date() };
	return (await provider.media(call, media.key)).url;
}

function lastPart(url: string): string | undefined {
	const [path = ''] = url.split(/[?#]/);
	return path.slice(path.lastIndexOf('/') + 1) || undefined;
}

/** The result of some work, unless the time is over before. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	const over = new Promise<never>((_, reject) => {
		const tooLate = () => reject(failed(`The download took more than ${DOWNLOAD_SECONDS} seconds`));
		if (signal.aborted) tooLate();
		else signal.addEventListener('abort', tooLate, { once: true });
	});
	return Promise.race([over, work]);
}

function failed(message: string): RcsError {
	return new RcsError(providerError('media', message));
}
