import { choice, list, object, type Operation, type Schema, string, time } from './schema';

const count = (description: string): Schema => ({ type: 'integer', description });
const part = (description: string): Schema => ({ type: 'number', description });

const figure = object(
	{
		campaign: string('Campaign; null: messages of none. Absent of all together', {
			nullable: true,
		}),
		sent: count('Messages that were handed to a provider in that time'),
		delivered: count('How many of them reached the person over any channel'),
		read: count('How many were read, clicked or replied to'),
		clicked: count('How many were clicked'),
		replied: count('How many were replied to'),
		failed: count('How many reached the person over no channel'),
		fellBack: count('How many another channel took over'),
		rcs: count('How many were delivered over RCS'),
		fallback: count('How many were delivered over another channel'),
		optedIn: count('Opt-ins that were recorded in that time; of everything together only'),
		optedOut: count(
			'Opt-outs that were recorded in that time; of a campaign, by people who last got a message of it',
		),
		deliveredRate: part('Part of those sent, from 0 to 1'),
		readRate: part('Part of those sent'),
		clickedRate: part('Part of those sent'),
		repliedRate: part('Part of those sent'),
		failedRate: part('Part of those sent'),
		optedOutRate: part('Opt-outs for each message sent'),
		rcsShare: part('Part of those delivered'),
		fallbackShare: part('Part of those delivered'),
		causes: list(
			object({
				provider: string('Id of the provider'),
				category: string('Kind of error; fellBack where no reason was given', { nullable: true }),
				code: string("The provider's code", { nullable: true }),
				message: string("The provider's words of the last one", { nullable: true }),
				advice: string('What to do about it', { nullable: true }),
				count: count('Messages that failed over a channel in that time'),
				reached: count('How many of them reached the person over another channel'),
				firstAt: time('When the first one failed'),
				lastAt: time('When the last one failed'),
			}),
		),
	},
	['sent', 'delivered', 'read', 'clicked', 'replied', 'failed', 'causes'],
);

/** What became of messages. */
export const figureOperations: readonly Operation[] = [
	{
		method: 'get',
		path: '/v1/figures',
		id: 'getFigures',
		summary: 'See what became of the messages of a time, of all or by campaign',
		description: 'For a token that may do `page`: the numbers are those of the page.',
		tag: 'Messages',
		queryParameters: {
			from: time('Start; seven days before the end without it'),
			to: time('End; now without it'),
			by: choice('Of all together (default), or of each campaign', ['total', 'campaign']),
			campaign: list(string('Campaign'), { maxItems: 100 }),
		},
		answer: object({ from: time('Start'), to: time('End'), figures: list(figure) }, [
			'from',
			'to',
			'figures',
		]),
		failures: [400],
	},
];
