/**
 * Loaded into n8n before its own code: what is meant for HubSpot's fixed address goes to loopback instead. The
 * node, n8n's helpers and the credential are unchanged; only the connection leads elsewhere.
 */
const http = require('node:http');
const https = require('node:https');

const { hostname, port } = new URL(process.env['BENCH_HUBSPOT_URL'] ?? '');
const send = https.request;

Object.assign(https, {
	/** @type {(options: http.RequestOptions, answered?: (response: http.IncomingMessage) => void) => http.ClientRequest} */
	request(options, answered) {
		if (options.hostname !== 'api.hubapi.com') return send(options, answered);
		return http.request(
			{ ...options, agent: undefined, protocol: 'http:', hostname, host: hostname, port },
			answered,
		);
	},
});
