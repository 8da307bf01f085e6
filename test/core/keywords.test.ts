import { readKeyword } from '../../core/event/keywords';

test.each([
	['STOP', 'optOut', 'STOP'],
	['  stop!! ', 'optOut', 'STOP'],
	['"Stop."', 'optOut', 'STOP'],
	['Stop 🛑', 'optOut', 'STOP'],
	['stop   all', 'optOut', 'STOP ALL'],
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
