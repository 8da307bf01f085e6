import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));

/** A token that is good until somebody takes it back: a HubSpot service key, a session of Salesforce. */
const bearer = v.strictObject({ kind: v.literal('bearer'), token: text });

const refreshToken = v.strictObject({
	kind: v.literal('oauth2'),
	clientId: text,
	clientSecret: text,
	refreshToken: text,
});

export const hubspotAuth = v.variant('kind', [bearer, refreshToken]);
export type HubspotAuth = v.InferOutput<typeof hubspotAuth>;

export const salesforceAuth = v.variant('kind', [
	bearer,
	refreshToken,
	/** The app's own user; works only at the address of the org. */
	v.strictObject({ kind: v.literal('clientCredentials'), clientId: text, clientSecret: text }),
	v.strictObject({
		kind: v.literal('jwt'),
		clientId: text,
		username: text,
		/** PEM; its certificate was uploaded to the app. */
		privateKey: text,
		/** Who the claim is made to. Absent: the address of the org. */
		audience: v.exactOptional(text),
	}),
]);
export type SalesforceAuth = v.InferOutput<typeof salesforceAuth>;
