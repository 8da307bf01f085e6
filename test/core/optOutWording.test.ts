import { readTyped } from '../../core/event/inbound';
import { readOptOut } from '../../core/event/optOut';

it('wording that looks like an opt-out stays a message, and says why somebody should read it', () => {
	expect(readTyped('who gave you permission to text me', true)).toEqual({
		type: 'message.replied',
		text: 'who gave you permission to text me',
		optOut: {
			verdict: 'doubtful',
			why: 'Its wording looks like that of an opt-out, though no rule knows it',
		},
	});
});

it.each([
	['stop texting me, I never signed up for any of this', 'optOut'],
	['I want to get your messages again', 'optIn'],
])('%s: what a rule says, wording does not overrule', (text, verdict) => {
	expect(readOptOut(text).verdict).toBe(verdict);
});

it.each([
	...[
		'yes',
		'42',
		'Yes please',
		'By SMS',
		'Remind me',
		'Call us',
		'Leave it outside',
		'two please',
	],
	...[
		'10432',
		'#884213',
		'AB-1234-X',
		'Order 10432',
		'order number is 884213',
		'size 42',
		'15550100123',
	],
	...['Where is my order?', 'What now?', 'Talk to a person', 'Not so good', 'see you then', '👍'],
	...[
		'Ja, bitte',
		'Größe 42',
		'Montag 10 Uhr',
		'oui merci',
		'taille M',
		'mañana por la tarde',
		'sì grazie',
	],
	...['sim, obrigado', 'graag morgen', 'tak dziękuję', 'ja tack', 'evet', 'tamam teşekkürler'],
	...['हाँ जी', 'kal subah', 'نعم شكرا', 'مقاس كبير'],
])('a short answer, a number or a word is not in doubt: %s', (text) => {
	expect(readOptOut(text).verdict).toBe('none');
});

it.each([
	...[
		'Maria José Nottingham',
		'Anna Marco Block',
		'Mehmet Block Nottingham',
		'Linda K. Nottingham',
	],
	...['Linda Maria van den Block', 'Nottingham, Linda Maria', "Maria O'Block Nottingham"],
])('the letters of a name say nothing of what its owner wants: %s', (text) => {
	expect(readOptOut(text)).toEqual({ verdict: 'none', rule: 'nothing' });
});

it.each(['WHO GAVE YOU PERMISSION TO TEXT ME', 'Who gave you permission to text me'])(
	'capitals alone are no name: %s',
	(text) => {
		expect(readOptOut(text).rule).toBe('wording');
	},
);

it('a text as long as they get is judged as well', () => {
	const shop = 'Dear shop, thank you for the parcel. '.repeat(80);
	expect(readOptOut(shop)).toEqual({ verdict: 'none', rule: 'nothing' });
});
