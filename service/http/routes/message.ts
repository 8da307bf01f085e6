import { Hono } from 'hono';
import { findMessage } from '../../ledger/findMessage';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { HttpProblem } from '../problem';

/** `GET /v1/messages/{id}`: what became of a message. */
export function messageRoutes(service: Service): Hono {
	const routes = new Hono();
	const maySend = withToken(service.config.tokens, 'send');
	routes.get('/v1/messages/:id', maySend, async (context) => {
		const message = await findMessage(service, context.req.param('id'));
		if (!message) throw noSuchMessage();
		return context.json(message);
	});
	return routes;
}

function noSuchMessage(): HttpProblem {
	return new HttpProblem(404, {
		category: 'notFound',
		message: 'No message of this id is known',
		advice:
			'The id is the one the message was sent with. It is known once an event told of it, until it is older than retention.messages.',
	});
}
