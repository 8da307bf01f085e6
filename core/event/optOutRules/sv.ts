import type { LanguageRules } from './rules';

const messages =
	'meddelanden|meddelande|sms|reklam|sms:en|smsen|erbjudanden|utskick|spam|notiser|nyhetsbrev|mess|aviseringar';

export const sv: LanguageRules = {
	polite: [
		'tack|snalla|vanligen|nu|genast|hej|omedelbart|tacksam|hejsan|direkt|pa_en_gang|ar_du_snall',
	],
	optOut: [
		`inga|inget|ingen|aldrig ~ ${messages} ~ tack|nu|langre|mer|$`,
		`inga fler|mer|flera ${messages}`,
		'skicka|skriv|sms:a|smsa|messa|kontakta|stor|sand|meddela ~ inte|aldrig|inget|inga ~ mer|langre|igen|mig|sms|meddelanden|$',
		'sluta|slutar|upphor ~ skicka|skriva|smsa|sms:a|messa|kontakta|spamma|stora|trakassera|med ~ sms|mig|meddelanden|utskick|reklam|detta|era|$',
		`vill|onskar|behover ~ inte|ej|inga|slippa|aldrig ~ ${messages}|kontaktad|fa|hora|ha`,
		'ta|stryk|radera|plocka|avregistrera|avanmal ~ mig|mitt_nummer|nummer|numret|oss ~ lista|listan|listor|utskick|register|registret|$',
		'ta bort ~ mig|mitt_nummer|numret',
		'avsluta|stoppa|avbryt ~ utskick|utskicken|sms|meddelanden|prenumerationen_pa_sms|reklam|meddelandena',
		'vill|onskar ~ avregistrera|avsluta_utskick|avanmala|avprenumerera|avregistreras',
		'avregistrera|avanmal|avprenumerera mig|oss',
		`stopp|stop med|for ~ ${messages}`,
		`stoppa|stopp ${messages} $`,
		'aterkallar|drar ~ samtycke|medgivande ~ tillbaka|$',
	],
	optIn: [
		`vill|skulle ~ ha|fa|borja ~ ${messages} ~ igen|$`,
		'anmal|registrera|lagg mig|till_mig ~ igen|$?',
		`skicka|borja ~ ${messages} igen`,
		'borja|fortsatt ~ skicka ~ igen',
		'vill ~ anmala|prenumerera|registrera_mig',
		'prenumerera igen|$',
	],
	doubtful: [
		'lamna|lat mig|oss ~ ifred|i_fred|vara',
		'sa_manga|for_manga|farre|mindre|sa_mycket|for_mycket ~ sms|meddelanden|reklam|utskick|notiser',
		'inte ~ fore|efter|kvallar|natten|kvallen|sondag*|idag|under|helgen|jobbet ~ $',
		'inga|stoppa|stopp ~ leveransaviseringar|leveransnotiser|leveransmeddelanden|fraktnotiser',
		'inga|stoppa|sluta|stopp ~ sms|meddelanden|notiser om ~ leverans*|order|bestallning*|paket|varukorg*',
		'hur|var|kan_jag|gar_det ~ avregistrer*|avsluta*|avanmal*|stoppar|slutar ~ $',
		'avsluta|saga_upp|avbryta ~ prenumeration*|konto|kontot|medlemskap*|abonnemang*',
		'^ nog|sluta|det_racker|racker|lagg_av $',
		'racker nu',
		'lagg av',
		'inte intresserad*',
		'inget intresse',
		'fel nummer|person',
		'vem ar|skriver',
		'nej tack',
		'dra at|stick',
		'bedrageri|trakasserier|anmaler',
	],
	counter: [
		'men ~ fortsatt|skicka|vill|bara|garna|inte',
		'nej_vanta|skojar|skamtar|glom_det|angrade_mig',
		'fortsatt ~ skicka',
		'utom|forutom|bara',
	],
	not: [
		'non stop',
		'nonstop',
		'inte|aldrig|kan_inte ~ sluta|stoppa|avsluta|slutar|avregistrera',
		'sluta|slutar|stopp|avregistrera ~ inte|aldrig',
		'sluta|stoppa|avbryt|avboka|avbestall|stopp ~ roka|leveransen|leverans|bestallningen|ordern|order|betalningen|paketet|bussen|regna|bokningen|returen|kopet',
		'stopp vid|pa|i',
		'stannar|busstopp|buss',
		'har ~ inte|inget|inga ~ fatt|kommit|sett ~ $',
		'inte fatt|kommit ~ $',
	],
};
