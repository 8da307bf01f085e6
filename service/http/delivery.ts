import type { Context } from 'hono';
import type { Delivery } from '../../core/webhook/delivery';
import type { Service } from '../service';

/** A webhook as it arrived, with the address it was called by from outside: signatures are over that. */
export async function deliveryOf(
	{ config, clock }: Pick<Service, 'config' | 'clock'>,
	context: Context,
): Promise<Delivery> {
	const { pathname, search, origin } = new URL(context.req.url);
	const base = config.http.publicUrl?.replace(/\/+$/, '') ?? origin;
	return {
		method: context.req.method,
		url: `${base}${pathname}${search}`,
		headers: Object.fromEntries(context.req.raw.headers),
		body: Buffer.from(await context.req.arrayBuffer()),
		receivedAt: new Date(clock.now()).toISOString(),
	};
}
