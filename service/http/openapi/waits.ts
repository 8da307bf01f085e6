import { anyObject, boolean, list, object, type Operation, string } from './schema';

/** Who was asked something by Send and Wait for Response, and what they write back. */
export const waitOperations: readonly Operation[] = [
	{
		method: 'post',
		path: '/v1/waits',
		id: 'addWait',
		summary: 'Note that somebody was asked something',
		tag: 'Questions',
		body: object(
			{
				wait: string('Id of the question'),
				provider: string('Id of the provider'),
				phone: string('Phone number'),
				agent: string('Who asks'),
				path: string('Path and query where the answer goes'),
				until: string('When it is over; if left out, with the answer'),
				words: list(string('A text that is an answer'), { maxItems: 100 }),
				messageIds: list(string('Id of the message that asks, ours or of the provider'), {
					maxItems: 2,
				}),
			},
			['wait', 'provider', 'phone', 'path'],
		),
		answer: object(
			{
				wait: string('Id of the question'),
				failures: list(anyObject('The RcsEvent by which its message failed already')),
			},
			['wait', 'failures'],
		),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/waits/claim',
		id: 'claimWait',
		summary: 'Ask which question a text answers',
		description:
			'An open question is given to one caller, who says within 30 seconds what became of it. `closed`: the question is over. `taken`: this event was the answer. `underWay`: another caller has this event. Without a word: any question of somebody who opted out.',
		tag: 'Questions',
		body: object(
			{
				provider: string('Id of the provider'),
				phone: string('Phone number'),
				agent: string('Whom the person wrote to'),
				word: string('The text, in small letters and without what stands around it'),
				isNamed: boolean('Whether only a question with this very word takes it'),
				messageIds: list(string('Id of the message that did not arrive'), { maxItems: 2 }),
				eventId: string('Id of the event that told of it'),
			},
			['provider', 'phone', 'eventId'],
		),
		answer: object(
			{
				outcome: { type: 'string', enum: ['none', 'claimed', 'closed', 'taken', 'underWay'] },
				wait: string('Id of the question'),
				path: string('Where the answer goes'),
			},
			['outcome'],
		),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/waits/settle',
		id: 'settleWait',
		summary: 'Say what became of an answer',
		tag: 'Questions',
		body: object(
			{
				wait: string('Id of the question'),
				eventId: string('Id of the event that was the answer, or came too late'),
				phone: string('Phone number: who opted out hears nothing'),
				agent: string('Whom the person wrote to'),
				outcome: { type: 'string', enum: ['answered', 'late', 'over', 'open'] },
			},
			['wait', 'eventId', 'outcome'],
		),
		answer: object({ tell: boolean('Whether the person is to hear that it came too late') }, [
			'tell',
		]),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/waits/over',
		id: 'isWaitOver',
		summary: 'Ask whether a question is answered, or its time over',
		tag: 'Questions',
		body: object({ wait: string('Id of the question') }, ['wait']),
		answer: object({ over: boolean('Whether it is; an unknown question is not') }, ['over']),
		failures: [400],
	},
];
