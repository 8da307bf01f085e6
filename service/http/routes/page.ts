import { Hono } from 'hono';
import { pageFiles } from '../../page/files';
import { HttpProblem } from '../problem';

/** Nothing from elsewhere, nothing inline; and nobody may put the page into a frame. */
const headers = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cache-control': 'no-cache',
};

/** `/`: the web page. Its files hold no data, so they need no token. */
export function pageRoutes(): Hono {
	const routes = new Hono();
	const files = pageFiles();
	for (const { path, type, body, etag } of files)
		routes.get(path, ({ req }) => {
			const known = req.header('if-none-match') === etag;
			return new Response(known ? null : body, {
				status: known ? 304 : 200,
				headers: { ...headers, 'content-type': type, etag },
			});
		});
	if (files.length === 0)
		routes.get('/', () => {
			throw notBuilt();
		});
	return routes;
}

function notBuilt(): HttpProblem {
	return new HttpProblem(404, {
		category: 'notFound',
		message: 'The web page was not built',
		advice: 'Run "npm run build" and start the service again.',
	});
}
