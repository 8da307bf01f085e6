import type { Http } from '../../core/http';

/**
 * Requests of somebody who signs in before the first one, and once more when an answer says that the
 * session has ended. Requests that are in flight at that moment share the new session; a request that is
 * refused again is given back as it was answered.
 */
export function withSession(send: Http, signIn: () => Promise<void>): Http {
	let session: Promise<void> | undefined;
	const open = () => {
		session ??= signIn().catch((error: unknown) => {
			session = undefined;
			throw error;
		});
		return session;
	};
	return async (request) => {
		const used = open();
		await used;
		const response = await send(request);
		if (response.status !== 401) return response;
		if (session === used) session = undefined;
		await open();
		return send(request);
	};
}
