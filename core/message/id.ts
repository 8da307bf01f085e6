import { createHash } from 'node:crypto';

/** Namespace of our message ids (a random UUID, fixed for ever: changing it would change every id). */
const NAMESPACE = '5b0c3f0e-7a51-4f43-9d0d-3c0d2b9a6f11';

/**
 * A UUID v5 from parts that name one message (workflow, execution, node, run, item - or the user's
 * idempotency key), so that a repeated run of the same node sends the same ids again.
 */
export function deriveMessageId(parts: readonly (string | number)[]): string {
	const hash = createHash('sha1')
		.update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
		.update(JSON.stringify(parts))
		.digest()
		.subarray(0, 16);
	hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
	hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = hash.toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join('-');
}
