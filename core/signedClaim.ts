import { type KeyLike, sign } from 'node:crypto';

/** A JWT signed with RS256, as authorization servers take it instead of a password (RFC 7523). */
export function signedClaim(claims: object, privateKey: KeyLike): string {
	const signed = `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url(claims)}`;
	return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

function base64url(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}
