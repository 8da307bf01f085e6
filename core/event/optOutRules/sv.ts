import { type LanguageRules, near } from './rules';

const messages =
	'meddelanden|meddelande|sms|reklam|sms:en|smsen|erbjudanden|utskick|spam|notiser|nyhetsbrev|mess|aviseringar';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'inte|inga|inget|aldrig|utan|slut*|stopp*|ta_bort|radera|stryk|ut|slippa|nog|trott|undanber|avsta*|avsager';
const reach =
	'sms|meddelanden|reklam|utskick|kontaktad|kontaktas|hora_av_er|er_lista|listan|ert_register|registret';
const family = 'bror|syster|mamma|pappa|son|dotter|man|fru|mormor|farmor';

export const sv: LanguageRules = {
	polite: [
		'tack|snalla|vanligen|nu|genast|hej|omedelbart|tacksam|hejsan|direkt|pa_en_gang|ar_du_snall',
	],
	optOut: [
		`inga|inget|ingen|aldrig ~ ${messages} ~ tack|nu|langre|mer|$`,
		`inga fler|mer|flera ${messages}`,
		'skicka|skriv|sms:a|smsa|messa|kontakta|stor|sand|meddela ~ inte|aldrig|inget|inga ~ sms|meddelanden|reklam',
		'skicka|skriv|sms:a|smsa|messa|kontakta|stor|sand|meddela till? mig|oss? inte|aldrig|inget|inga till? mer|langre|igen|mig|oss|nagot|nagot_mer|nagra_fler? mer|langre|igen|tack? $',
		'sluta|slutar|upphor ~ skicka|skriva|smsa|sms:a|messa|kontakta|spamma|stora|trakassera|med ~ sms|mig|meddelanden|utskick|reklam',
		'sluta|slutar|upphor skicka|skriva|smsa|sms:a|messa|kontakta|spamma|stora|trakassera detta|nu|tack|genast|direkt? $',
		`vill|onskar|behover ~ inte|ej|inga|slippa|aldrig ~ ${messages}|kontaktad|kontaktas`,
		'vill ~ inte|aldrig ~ hora ~ er|mer|langre|igen',
		'ta|stryk|radera|plocka|avregistrera|avanmal ~ mig|mitt_nummer|nummer|numret|oss ~ lista|listan|listor|utskick|register|registret|$',
		'ta bort ~ mig|mitt_nummer|numret',
		'avsluta|stoppa|avbryt ~ utskick|utskicken|sms|meddelanden|prenumerationen_pa_sms|reklam|meddelandena',
		'vill|onskar ~ avregistrera|avsluta_utskick|avanmala|avprenumerera|avregistreras',
		'avregistrera|avanmal|avprenumerera mig|oss',
		`stopp|stop med|for ~ ${messages}`,
		`stoppa|stopp ${messages} $`,
		'aterkallar|drar ~ samtycke|medgivande ~ tillbaka|$',
		'sluta|slutar|upphor hora_av|att_hora_av er|dig',
		'radera|ta_bort|stryk ~ mina uppgifter|kontaktuppgifter|data tack|snalla|nu|ur|fran|$',
		'vill inte langre? vara|sta pa|i|med ~ lista|listan|register|registret',
		'bli borttagen|struken|raderad fran|ur ~ lista|listan|register|registret',
		`undanber|avbojer|avsager ~ ~ ${messages}|kontakt*`,
		'glom mitt nummer',
		'far|ska inte anvanda mitt nummer',
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
	goods: [
		'paket*|order|ordern|bestallning*|leverans*|storlek*|farg*|roda|bla|svarta|adress*|tid|tider|bokning*|faktur*|produkt*|artikel*|vara|varan|varor|skor|skorna|klanning*|pris|priset|priser|retur*|byte|kod|koden|kort|varukorg*|hem|hemma|butik*|prov|kvitto*|fel',
		`${messages}|text pa|i !min|mobilen|telefonen|mitt|detta|framtiden|fortsattningen|lista|listan`,
		'nummer|numret pa|i !min|mobilen|telefonen|er|era|ert|listan|registret|lista',
		'mugg*|tarta*|troja*|lada|kartong*|brevladan|portnumret',
		`^ min ${family}`,
		`!mig|oss|och|for|eftersom|mer|${messages} * min ${family}|van|kollega`,
	],
	hint: [
		'inte|inga|utan|aldrig|slut*|slipp*|ta_bort ~ ~ sms|meddelanden|reklam|utskick|spam',
		'inte|aldrig|sluta|inga|undanber ~ ~ kontakt*|stora|stord|hora_av|reklam*|utskick*',
		...near(less, reach),
	],
	counter: [
		'men ~ fortsatt|skicka|vill|bara|garna|inte',
		'nej_vanta|skojar|skamtar|glom_det|angrade_mig',
		'fortsatt ~ skicka',
		'utom|forutom|bara',
	],
	not: [
		`fick|far|har|fatt|fanns|finns|ser|sag|kom|kommer ~ inga|inget|ingen|inte ~ ${messages}`,
		'vill inte missa',
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
