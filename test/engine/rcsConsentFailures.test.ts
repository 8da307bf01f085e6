import { RcsConsent } from '../../nodes/RcsConsent/RcsConsent.node';
import { loadService } from '../../nodes/shared/connectorService';
import { ann, bob, consentOf, says, useRcsConsent } from './consentRuns';
import type { Reply } from './httpServer';

const { service, run } = useRcsConsent();

describe('when the service does not do it', () => {
	const page: Reply = { bytes: Buffer.from('<html>') };
	const forbidden: Reply = {
		status: 403,
		body: { error: { message: 'It needs "consent"', advice: 'Add "consent"' } },
	};
	const operations = ['check', 'getHistory', 'optIn', 'optOut'];
	const faults: [string, Reply, RegExp, RegExp][] = [
		['fails', { status: 500 }, /HTTP 500/, /log of the service/],
		['hangs up', { hangUp: true }, /ended before it answered/, /rcs-connectors serve/],
		['may not', forbidden, /needs "consent"/, /Add "consent"/],
		['is another server', page, /not the API of the Connector Service/, /base URL/],
	];

	it.each(faults)(
		'because it %s, the node fails with what to do',
		async (_, reply, words, advice) => {
			service.fault = () => reply;
			for (const operation of operations)
				await expect(
					run({ operation, options: { retries: 0 } }, [{ phone: ann }]),
				).rejects.toMatchObject({ message: says(words), description: says(advice) });
		},
	);

	it.each(operations)('%s leaves by Failed where the node may not fail', async (operation) => {
		service.fault = () => ({ status: 500 });
		const settings = { onError: 'continueRegularOutput' } as const;
		const told = await run({ operation, options: { retries: 0 } }, [{ phone: ann }], { settings });
		expect([told.optedIn, told.notOptedIn]).toEqual([[], []]);
		expect(told.failed.map(consentOf)).toMatchObject([
			{ phone: ann, state: 'unknown', optedIn: false, reason: { category: 'provider' } },
		]);
		expect(told.hints).toMatchObject([{ message: says(/^1 of the items failed/) }]);
	});

	it.each([
		['nothing', {}],
		['too little', { results: [] }],
		['another word', { results: [{ phone: ann, state: 'yes' }] }],
		['somebody else', { results: [{ phone: bob, state: 'optedIn' }] }],
		[
			'a word of its own for recorded',
			{ results: [{ consent: { phone: ann, state: 'optedIn' } }] },
		],
	])('because it answers %s, nobody is taken for opted in', async (_, body) => {
		service.fault = () => ({ body });
		const settings = { onError: 'continueRegularOutput' } as const;
		for (const operation of operations) {
			const { optedIn, failed } = await run({ operation }, [{ phone: ann }], { settings });
			expect([operation, optedIn, failed.length]).toEqual([operation, [], 1]);
		}
	});

	it('names the wrong token and not what it is', async () => {
		const credentials = service.credentials('another-token');
		const told = await run({ operation: 'check' }, [{ phone: ann }], { credentials }).catch(
			(error: unknown) => error,
		);
		expect(told).toMatchObject({ message: says(/token is not known/) });
		expect(JSON.stringify(told)).not.toMatch(/another-token|447700900/);
	});
});

it('a service that does not answer in time has given no answer', async () => {
	service.fault = () => ({ delayMs: 60_000 });
	const waiting = {
		description: new RcsConsent().description,
		async execute(this: Parameters<typeof loadService>[0]) {
			const patient = await loadService(this, 50);
			return [[{ json: { ...(await patient.post('/v1/gate', {})) } }]];
		},
	};
	await expect(run({}, [{}], { nodeType: waiting as never })).rejects.toMatchObject({
		detail: { category: 'network', advice: says(/rcs-connectors serve/) },
	});
});
