import { delivery } from './deliveryFields';
import { type FieldNames, named } from './fieldName';

/** A suggestion is called by what it is in: a button of a card, or a chip below the message. */
const suggestionsCalled = (list: string, entry: string): FieldNames => ({
	name: list,
	alone: true,
	each: {
		name: `${entry} #`,
		parts: {
			type: named('Type'),
			text: named('Button Text'),
			url: named('URL'),
			webview: named('Open In'),
			phoneNumber: named('Phone Number'),
			latitude: named('Latitude'),
			longitude: named('Longitude'),
			label: named('Place Name'),
			query: named('Search Text'),
			title: named('Event Title'),
			description: named('Event Description'),
			startTime: named('Event Start'),
			endTime: named('Event End'),
			postbackData: named('Postback Data'),
		},
	},
});

const cardCalled = (buttons: string): FieldNames['parts'] => ({
	title: named('Title'),
	description: named('Description'),
	media: {
		...{ name: 'Picture or Video URL', alone: true },
		parts: {
			url: named('Picture or Video URL'),
			thumbnailUrl: named('Thumbnail URL'),
			height: named('Picture Height'),
		},
	},
	suggestions: suggestionsCalled(buttons, 'Button'),
});

const file = { url: named('File URL'), thumbnailUrl: named('Thumbnail URL') };

const formField = {
	name: named('Name'),
	label: named('Label'),
	type: named('Type'),
	choices: { ...named('Choices'), each: named('Choice #') },
};

/** The content of a message, of whichever type. */
const content: FieldNames = {
	...{ name: 'Message', alone: true },
	parts: {
		kind: named('Message Type'),
		text: named('Text'),
		file: { name: 'File URL', alone: true, parts: file },
		card: { name: 'Card', alone: true, parts: { ...cardCalled('Buttons on the Card') } },
		cards: {
			...{ name: 'Cards', alone: true },
			each: { name: 'Card #', parts: { ...cardCalled('Buttons') } },
		},
		suggestions: suggestionsCalled('Suggestions', 'Suggestion'),
		id: named('Template'),
		language: named('Language'),
		variables: { ...named('Variables'), each: named('#') },
		title: named('Form Title'),
		description: named('Form Description'),
		submitText: named('Submit Button Text'),
		postbackData: named('Form Postback Data'),
		fields: {
			...{ name: 'Form Fields', alone: true },
			each: { name: 'Field #', parts: formField },
		},
	},
};

/** The content of a question, whose chips are its choices; those of an approval have fields of their own. */
function questionContent(responseType: unknown): FieldNames {
	const choices: FieldNames =
		responseType === 'approval'
			? {
					...{ name: 'Approval Options', alone: true },
					parts: {
						'0': { alone: true, parts: { text: named('Approve Button Label') } },
						'1': { alone: true, parts: { text: named('Disapprove Button Label') } },
					},
				}
			: {
					...{ name: 'Choices', alone: true },
					each: { name: 'Choice #', parts: { text: named('Label') } },
				};
	const card: FieldNames['parts'] = {
		title: named('Title'),
		description: named('Message'),
		media: { name: 'Picture URL', alone: true, parts: { url: named('Picture URL') } },
		suggestions: choices,
	};
	return {
		...{ name: 'Message', alone: true },
		parts: { text: named('Message'), card: { alone: true, parts: card }, suggestions: choices },
	};
}

/** The names in a form whose message is of a type. Of JSON the paths are the words: whoever wrote it knows them. */
export function messageFields(messageType: unknown): FieldNames {
	return { parts: messageType === 'json' ? delivery : { ...delivery, content } };
}

/** The names in the form of a question. */
export function questionFields(responseType: unknown): FieldNames {
	return { parts: { ...delivery, content: questionContent(responseType) } };
}

/** The names in the form of a template. */
export function templateFieldNames(messageType: unknown): FieldNames {
	const own = {
		name: named('Template Name'),
		description: named('Template Description'),
		language: named('Language'),
		carriers: named('Carriers'),
	};
	return { parts: { ...own, ...(messageType === 'json' ? {} : { content }) } };
}
