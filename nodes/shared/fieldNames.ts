/** What a part of a message is called in the panel: by its own name, by those of its parts, and as one of a list. */
export interface FieldNames {
	name?: string;
	parts?: Readonly<Record<string, FieldNames>>;
	/** Each entry of a list, `#` being its number from 1. */
	each?: FieldNames;
	/** The part alone says where it is, such as the title of the only card. */
	alone?: true;
}

const named = (name: string): FieldNames => ({ name });

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

const fallbackStep: FieldNames['parts'] = {
	text: named('Fallback Text'),
	subject: named('Subject'),
	from: named('Sender'),
	maxParts: named('Maximum SMS Parts'),
	senderId: named('WhatsApp Sender ID'),
	templateId: named('WhatsApp Template ID'),
	body: named('WhatsApp Message (JSON)'),
	mediaUrls: {
		...{ name: 'Fallback File URLs', alone: true },
		each: named('Fallback File URLs, #'),
	},
};

/** What travels with a content, and how; by the parts of a message, and by the options that make them. */
const delivery: Readonly<Record<string, FieldNames>> = {
	to: named('To'),
	from: named('Sender'),
	id: named('Message ID'),
	traffic: named('Traffic Type'),
	validity: {
		...{ name: 'Validity (Seconds)', alone: true },
		parts: { seconds: named('Validity (Seconds)') },
	},
	expiresAt: named('Expires At'),
	schedule: { name: 'Schedule At', alone: true, parts: { at: named('Schedule At') } },
	deliveryWindow: {
		name: 'Delivery Window',
		parts: { days: named('Days'), from: named('From (UTC)'), to: named('To (UTC)') },
	},
	tracking: {
		alone: true,
		parts: { clicks: named('Track Clicks'), shortenUrls: named('Shorten URLs') },
	},
	notify: {
		...{ name: 'Delivery Reports', alone: true },
		parts: { statusUrl: named('Status URL'), enabled: named('Delivery Reports') },
	},
	correlation: {
		alone: true,
		parts: {
			campaignId: named('Campaign ID'),
			clientRef: named('Client Reference'),
			label: named('Label'),
			callbackData: named('Callback Data'),
		},
	},
	simulate: named('Simulate'),
	placeholders: named('Placeholders'),
	providerOptions: named('Provider Options (JSON)'),
	fallback: {
		...{ name: 'Fallback', alone: true },
		parts: { from: named('Sender') },
		each: { name: 'Fallback', alone: true, parts: fallbackStep },
	},
	options: {
		alone: true,
		parts: {
			validity: named('Validity (Seconds)'),
			providerOptions: named('Provider Options (JSON)'),
			placeholders: named('Placeholders'),
			traffic: named('Traffic Type'),
		},
	},
	fallbackOptions: {
		alone: true,
		parts: { maxParts: named('Maximum SMS Parts') },
	},
};

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
