import { readOptOut } from '../../core/event/optOut';

/** Whom a text wants no more messages for: only what the person asks for themself opts them out. */

it.each([
	...['stop texting me my friend', 'stop texting me and my wife', 'my friend stop texting me'],
	'stop texting me because my husband is annoyed',
	...['Schreibt mir nicht mehr mein Freund', 'Mein Freund, hört auf mir zu schreiben'],
	'Stop met berichten sturen naar mij en mijn vrouw',
	...['mijn vriend stop met berichten sturen', 'sluta skicka sms min vän'],
	...['mon ami ne m’envoyez plus de messages', "ne m'envoyez plus de messages mon ami"],
	...['mi amigo no me mandes más mensajes', 'no me mandes más mensajes mi amigo'],
	...['meu amigo pare de me mandar mensagens', 'pare de me mandar mensagens meu amigo'],
	'amico mio non mi scrivere più',
	...['kardeşim bana mesaj atmayın artık', 'mesaj göndermeyin kardeşim', 'abim mesaj atma artık'],
	...['mere bhai mujhe message mat bhejo', 'मेरे भाई मुझे मैसेज मत भेजो'],
	...['أوقفوا الرسائل يا أخي', 'لا ترسلوا لي رسائل يا أخي', 'أخي لا ترسلوا لي رسائل'],
])('%s: whom it speaks to or names beside takes nothing back', (text) => {
	expect(readOptOut(text).verdict).toBe('optOut');
});

it.each([
	...['Please take my brother off the newsletter', 'Please stop texting my mother'],
	...['my husband wants no more messages', 'unsubscribe my friend from your messages'],
	...['Schickt meinem Bruder keine Werbung mehr', 'Schickt meiner Mutter keine Nachrichten mehr'],
	...['stuur mijn moeder geen berichten meer', 'skicka inga fler sms till min mamma'],
	"n'envoyez plus de messages à ma mère",
	...['no envíen más mensajes a mi madre', 'não enviem mais mensagens para minha mãe'],
	...['non mandate più messaggi a mia madre', 'nie wysyłajcie wiadomości do mojej mamy'],
	...['anneme mesaj göndermeyin', 'kardeşimi listeden çıkarın', 'kocam mesaj istemiyor'],
	...['mere bhai ko message mat bhejo', 'मेरी माँ को मैसेज मत भेजो'],
	...['لا ترسلوا رسائل إلى أمي', 'لا ترسلوا رسائل إلى أخي'],
])('%s: an opt-out for somebody else is one to read', (text) => {
	expect(readOptOut(text).verdict).toBe('doubtful');
});
