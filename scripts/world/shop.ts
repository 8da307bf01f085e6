/** A shop that sells on Shopify, for the demo and the end-to-end tests. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchOnce } from '../n8n/fetchOnce';

const sample = join(resolve(__dirname, '..', '..'), 'workflows/samples/shopify-fulfillment.json');

/** Reports a parcel to the workflow order-shipped, as Shopify does. The same number is the same parcel. */
export async function shipOrder(n8nUrl: string, phone: string, number: number): Promise<void> {
	const order = JSON.parse(readFileSync(sample, 'utf8')) as { destination: object };
	const destination = { ...order.destination, phone };
	const answer = await fetchOnce(`${n8nUrl}/webhook/order-shipped`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...order, id: 5_000_001_000 + number, destination }),
	});
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to the order`);
}
