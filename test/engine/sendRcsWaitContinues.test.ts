import type { IDataObject, OnError } from 'n8n-workflow';
import { people, useSendRcs } from './sends';

/** With On Error on Continue, n8n takes what came in for what was done: nothing unsent may leave by the first output. */

const sends = useSendRcs();
const modes: OnError[] = ['continueRegularOutput', 'continueErrorOutput'];
const asking = {
	...{ provider: 'infobip', operation: 'sendAndWait', to: '={{ $json.phone }}' },
	...{ message: 'Does it suit you?', responseType: 'approval' },
};
const past = { limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T10:00:00' };

const run = (parameters: IDataObject, onError: OnError, items = people) =>
	sends.send(parameters, items, { settings: { onError } });

afterEach(() => expect(sends.requests).toEqual([]));

describe.each(modes)('on error %s, nobody is asked, and all leave by Not Sent', (onError) => {
	it('when several people come in at once', async () => {
		const { outputs, hints } = await run(asking, onError);
		expect(outputs).toMatchObject([
			[],
			people.map((_, item) => ({
				json: {
					status: 'notSent',
					reason: {
						message: expect.stringContaining('3 items came in'),
						advice: expect.stringContaining('Loop Over Items'),
					},
				},
				pairedItem: { item },
			})),
			[],
		]);
		expect(outputs[1]?.[0]?.json).not.toHaveProperty('error');
		expect(hints).toMatchObject([{ message: expect.stringContaining('3 messages were not sent') }]);
	});

	it('when the time limit is none, beside the fields of the input', async () => {
		const options = { includeInput: true, limitWaitTime: { values: past } };
		const { outputs } = await run({ ...asking, options }, onError, people.slice(0, 1));
		expect(outputs).toMatchObject([
			[],
			[
				{
					json: { ...people[0], rcs: { status: 'notSent', reason: { category: 'configuration' } } },
				},
			],
			[],
		]);
	});

	it('when the account cannot be read', async () => {
		const { outputs } = await run({ ...asking, provider: 'nobody' }, onError, people.slice(0, 1));
		expect(outputs).toMatchObject([[], [{ json: { status: 'notSent' } }], []]);
	});

	it('also without waiting', async () => {
		const { outputs } = await run({ ...asking, operation: 'send', provider: 'nobody' }, onError);
		expect(outputs).toMatchObject([[], people.map(() => ({ json: { status: 'notSent' } }))]);
	});
});
