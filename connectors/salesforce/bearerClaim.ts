import { readPrivateKey } from '../../core/privateKey';
import { signedClaim } from '../../core/signedClaim';

export interface BearerClaim {
	/** Of the app at Salesforce. */
	clientId: string;
	username: string;
	/** PEM; its certificate was uploaded to the app. */
	privateKey: string;
	/** The address of the org, or https://login.salesforce.com. */
	audience: string;
}

/** Salesforce refuses a claim that is good for longer. */
const GOOD_FOR_SECONDS = 180;

/**
 * The form that buys an access token by the JWT bearer flow. `now` in milliseconds since 1970.
 *
 * @throws RcsError `configuration` for a key that cannot be read.
 * @see https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm
 */
export function bearerClaim(claim: BearerClaim, now: number) {
	const { clientId, username, privateKey, audience } = claim;
	const exp = Math.floor(now / 1000) + GOOD_FOR_SECONDS;
	const claims = { iss: clientId.trim(), sub: username.trim(), aud: audience, exp };
	return {
		grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
		assertion: signedClaim(claims, readPrivateKey(privateKey)),
	};
}
