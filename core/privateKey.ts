import { createPrivateKey, type KeyObject } from 'node:crypto';
import { providerError, RcsError } from './errors';

const PEM = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/;

/**
 * A private key from PEM, however it was copied: with line breaks, with `\n`
 * written out, or in one line, as a form field leaves it.
 *
 * @throws RcsError `configuration` when it is no private key.
 */
export function readPrivateKey(text: string): KeyObject {
	const [, label, content = ''] = PEM.exec(text) ?? [];
	const base64 = content.replaceAll('\\n', '').replace(/\s/g, '');
	const lines = base64.match(/.{1,64}/g) ?? [];
	try {
		return createPrivateKey(
			[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
		);
	} catch {
		const message = 'The private key cannot be read';
		const advice =
			"Copy the whole key into 'Private Key', from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----.";
		throw new RcsError(providerError('configuration', message, { advice }));
	}
}
