import { type AddressInfo, createServer } from 'node:net';
import { openStore } from '../../service/store';
import { whenThere } from '../../service/store/whenThere';

const url = 'postgres://rcs:a-password@db.example.com:5433/rcs';
const failing = (code: string, message = `connect ${code}`) =>
	Object.assign(new Error(message), { code });

/** Fails so many times, and then answers. */
function after(times: number, error: Error) {
	let left = times;
	return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve());
}

/** A port that nobody listens at. */
async function closedPort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

describe('a database that is not there yet', () => {
	it('is waited for, which is told once, without the password', async () => {
		const told: string[] = [];
		await whenThere(url, after(2, failing('ECONNREFUSED')), {
			onWaiting: (message) => told.push(message),
		});
		expect(told).toEqual([
			'The Postgres server db.example.com:5433/rcs (database.url, or the variable RCS_DATABASE_URL) cannot be reached yet: connect ECONNREFUSED. It is waited for.',
		]);
	});

	it('is not waited for where no time heals it', async () => {
		const told: string[] = [];
		const wrong = failing('28P01', 'password authentication failed for user "rcs"');
		const refused = Object.assign(wrong, { severity: 'FATAL' });
		const onWaiting = (message: string) => told.push(message);
		await expect(whenThere(url, after(9, refused), { onWaiting })).rejects.toThrow(
			/^The Postgres server db\.example\.com:5433\/rcs .*does not let this service in.*Correct the user/,
		);
		const bug = new TypeError('a defect of ours');
		await expect(whenThere(url, after(9, bug), { onWaiting })).rejects.toBe(bug);
		expect(told).toEqual([]);
	});

	it('ends the start when it does not come', async () => {
		const port = await closedPort();
		const closed = `postgres://rcs:a-password@127.0.0.1:${port}/rcs`;
		const opening = openStore({ kind: 'postgres', url: closed }, () => undefined, {
			patienceMs: 1,
		});
		await expect(opening).rejects.toThrow(
			`The Postgres server 127.0.0.1:${port}/rcs (database.url, or the variable RCS_DATABASE_URL) cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}. Start it, or correct that address.`,
		);
	});
});
