import type { Checker } from './checker';
import type { MessageProfile } from './limits';
import type { Media } from './types';

/** Checks the addresses of a file or picture: of the web, or of what was uploaded to the provider. */
export function checkMedia(
	check: Checker,
	path: string,
	{ url, thumbnailUrl }: Media,
	profile: MessageProfile,
): void {
	checkAddress(check, `${path}.url`, url, profile);
	if (thumbnailUrl === undefined) return;
	const at = `${path}.thumbnailUrl`;
	checkAddress(check, at, thumbnailUrl, profile);
	if (isUploaded(url, profile) !== isUploaded(thumbnailUrl, profile))
		check.add(at, `${at} and the file must both be uploaded to ${profile.displayName}, or neither`);
}

function checkAddress(
	check: Checker,
	path: string,
	address: string,
	profile: MessageProfile,
): void {
	if (isUploaded(address, profile)) check.length(path, address, profile.limits.url);
	else check.url(path, address, profile.limits.url);
}

/** Whether an address names a file that was uploaded to the provider. */
export function isUploaded(address: string, { uploadedFiles }: MessageProfile): boolean {
	return uploadedFiles !== undefined && new RegExp(uploadedFiles.pattern, 'u').test(address);
}
