import { readTyped } from '../../core/event/inbound';
import { readKeyword } from '../../core/event/keywords';

test.each([
	['STOP', 'optOut', 'STOP'],
	['  stop!! ', 'optOut', 'STOP'],
	['"Stop."', 'optOut', 'STOP'],
	['Stop 🛑', 'optOut', 'STOP'],
	['stop   all', 'optOut', 'STOP ALL'],
	['S T O P', 'optOut', 'STOP'],
	['S.T.O.P.', 'optOut', 'STOP'],
	['ＳＴＯＰ', 'optOut', 'STOP'],
	['ST\u00adOP', 'optOut', 'STOP'],
	['\u200eSTOP\u200b', 'optOut', 'STOP'],
	['Arrêt', 'optOut', 'ARRET'],
	['arre\u0302t', 'optOut', 'ARRET'],
	['Désabonner', 'optOut', 'DESABONNER'],
	['baja', 'optOut', 'BAJA'],
	['Abmelden', 'optOut', 'ABMELDEN'],
	['rezygnuję', 'optOut', 'REZYGNUJE'],
	['Start', 'optIn', 'START'],
	['alta', 'optIn', 'ALTA'],
])('%p is %s', (text, meaning, keyword) => {
	expect(readKeyword(text)).toMatchObject({ meaning, keyword });
});

test.each(['non-stop', 'stop by at five', 'STOP2END', 'bus stop', '', '!', 'constructor', 'st op'])(
	'%p is no keyword',
	(text) => {
		expect(readKeyword(text)).toBeUndefined();
	},
);

describe('typed as a whole text, anywhere', () => {
	const optOuts = [
		...['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPT OUT', 'OPTOUT'],
		...['REVOKE', 'UNSUB', 'UNSUBSCRIBED', 'STOP1', 'STPO', 'SOTP', 'UNSUSCRIBE', 'CANCLE'],
		...['BAJA', 'CANCELAR', 'PARAR', 'ARRET', 'ARRETER', 'ARRETEZ', 'DESABONNER', 'DÉSABONNEMENT'],
		...['DESINSCRIRE', 'DÉSINSCRIPTION', 'STOP SMS', 'STOPP', 'ABMELDEN', 'ABBESTELLEN'],
		...['AUFHÖREN', 'AUFHOEREN', 'ANNULLA', 'DISISCRIVIMI', 'CANCELLAMI', 'FERMATEVI'],
		...[
			'SAIR',
			'DESCADASTRAR',
			'AFMELDEN',
			'STOPPEN',
			'UITSCHRIJVEN',
			'WYPISZ',
			'WYPISAĆ',
			'REZYGNUJĘ',
		],
		...['STOPPA', 'AVSLUTA', 'AVREGISTRERA', 'İPTAL', 'IPTAL', 'DURDUR', 'ABONELİKTEN ÇIK'],
		...['बंद', 'बंद करो', 'बंद करें', 'रोको', 'BAND KARO', 'स्टॉप'],
		...['توقف', 'قف', 'ايقاف', 'إيقاف', 'الغاء', 'الغاء الاشتراك', 'اوقف'],
	];
	it.each(optOuts)('%s is an opt-out', (text) => {
		expect(readTyped(text, false).type).toBe('user.optedOut');
	});

	const optIns = [
		...['START', 'UNSTOP', 'SUBSCRIBE', 'OPT IN', 'OPTIN', 'SUSCRIBIR', 'REPRENDRE', 'ABONNER'],
		...['ANMELDEN', 'ISCRIVIMI', 'INSCREVER', 'AANMELDEN', 'STARTA', 'ANMÄL', 'BAŞLAT', 'ABONE OL'],
		...['शुरू', 'चालू', 'स्टार्ट', 'ابدا', 'اشتراك', 'اشترك', 'تفعيل'],
	];
	it.each(optIns)('%s is an opt-in', (text) => {
		expect(readTyped(text, false).type).toBe('user.optedIn');
	});
});

describe('a keyword that is an everyday word elsewhere', () => {
	it.each([
		['Alto', '34600000000', '447700900123'],
		['Pare', '+5511900000000', '+447700900123'],
		['pare', '34600000000', '+33600000000'],
		['dur', '+905000000000', '+33600000000'],
		['Red', '+905000000000', '+447700900123'],
		['band', '+919000000000', '+15550100123'],
		['Roko', '+919000000000', '+48500000000'],
		['ferma', '+390000000000', '+48500000000'],
		['STP', '+15550100123', '+33600000000'],
		['året', '+33600000000', '+46700000000'],
		['stoop', '+447700900123', '+31600000000'],
		['vaja', '+34600000000', '+919000000000'],
	])('%s is an opt-out where it is one, and doubtful elsewhere', (text, there, elsewhere) => {
		expect(readTyped(text, true, there).type).toBe('user.optedOut');
		for (const user of [elsewhere, undefined, 'somebody'])
			expect(readTyped(text, true, user)).toEqual({
				type: 'message.replied',
				text,
				optOut: {
					verdict: 'doubtful',
					why: 'It says stop or start in one language and something else in others',
				},
			});
	});

	it.each([
		['Alta', '+525500000000', '+390000000000'],
		['Kabul', '+905000000000', '+447700900123'],
		['başla', '+905000000000', '+447700900123'],
		['Zapisz', '+48500000000', '+447700900123'],
		['Chalu', '+919000000000', '+447700900123'],
		['shuru', '+919000000000', '+447700900123'],
	])('%s is an opt-in where it is one, and none elsewhere', (text, there, elsewhere) => {
		expect(readTyped(text, true, there).type).toBe('user.optedIn');
		for (const user of [elsewhere, undefined])
			expect(readTyped(text, true, user)).toMatchObject({
				type: 'message.replied',
				optOut: { verdict: 'optIn' },
			});
	});

	it('answers a question with a polite word beside it', () => {
		expect(readTyped('Red please', true, '+447700900123').optOut).toBeUndefined();
		expect(readTyped('alta por favor', true, '+390000000000').type).toBe('message.replied');
		expect(readTyped('alta por favor', true, '+34600000000').type).toBe('user.optedIn');
	});
});
