import type { Service } from '../service';
import { carryOn } from './carryOn';
import { findSend } from './sends';

/** Sends messages whose hold ended, and looks after those that a crash left. */
export async function workOnSends(service: Service): Promise<undefined> {
	await service.queues.work(
		'send',
		async ({ id }) => {
			const send = await findSend(service.store, id);
			if (send) await carryOn(service, send);
		},
		{ localConcurrency: 4 },
	);
}
