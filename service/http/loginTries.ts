import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { HttpProblem } from './problem';
import { Tries } from './tries';

/** Wrong tokens in a minute, of one person and over one connection's address. */
const MOST = 10;
const MOST_OF_ADDRESS = 100;

/**
 * Keeps tokens from being guessed. Behind a proxy everybody has its address, so that one of them could lock all
 * others out: there the person is whom the proxy names. Who makes such names up meets the limit of the address.
 */
export class LoginTries {
	private readonly ofPeople = new Tries(MOST);
	private readonly ofAddresses = new Tries(MOST_OF_ADDRESS);

	/** Seconds until whoever asks may try again; 0: now. */
	waitOf(context: Context): number {
		const { address, person } = namesOf(context);
		return Math.max(this.ofPeople.waitOf(person), this.ofAddresses.waitOf(address));
	}

	add(context: Context): void {
		const { address, person } = namesOf(context);
		this.ofPeople.add(person);
		this.ofAddresses.add(address);
	}
}

function namesOf(context: Context) {
	const address = getConnInfo(context).remote.address ?? '';
	// Proxies add the address they were called from at the end; what stands before it anybody may have written.
	const told = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 50) ?? '';
	return { address, person: `${address} ${told}` };
}

export function tooManyTries(seconds: number): HttpProblem {
	return new HttpProblem(429, {
		category: 'rateLimit',
		message: 'Too many wrong tokens were tried from here.',
		advice: `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
	});
}
