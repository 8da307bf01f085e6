import type { LanguageRules } from './rules';

const messages =
	"berichten|bericht|sms|smsjes|sms'jes|berichtjes|reclame|appjes|spam|aanbiedingen|meldingen|nieuwsbrief|nieuwsbrieven|smsen|promoties";

export const nl: LanguageRules = {
	polite: [
		'alstublieft|alsjeblieft|aub|svp|bedankt|dank_u|dank_je|dankjewel|nu|direct|onmiddellijk|hallo|hoi|graag|meteen|per_direct|dag|eens',
	],
	optOut: [
		`geen ~ ${messages} ~ meer|$`,
		`nooit meer ~ ${messages}|sturen`,
		'stuur|sturen|zend|schrijf|contacteer|benader|app|sms|bericht|mail me|mij|ons? ~ niet|niets|niks|nooit meer|$',
		`wil|wens|hoef|willen ~ geen|niet|niets|niks ~ ${messages}|ontvangen|krijgen|benaderd|horen|gecontacteerd`,
		`stop|stoppen|kap|hou|houd|schei ~ met|op|uit ~ sturen|smsen|berichten|appen|schrijven|${messages}|lastigvallen|spammen`,
		`stop ~ ${messages} $`,
		'haal|verwijder|schrap|neem|gooi ~ me|mij|nummer|ons ~ lijst|bestand|af|uit|verzendlijst|systeem|mailinglijst|database|adresboek|$',
		'meld|schrijf|schrijven ~ me|mij|ons ~ af|uit',
		'wil|graag|wens|wilde ~ me|mij|mijzelf? afmelden|uitschrijven',
		'afmelden|uitschrijven van|voor ~ $',
		'niet meer ~ smsen|sturen|appen|berichten|contacteren|schrijven|benaderen',
		'trek ~ toestemming ~ in',
		'intrekken|herroep ~ toestemming',
	],
	optIn: [
		`wil|zou ~ weer|graag|opnieuw ~ ${messages} ~ ontvangen|krijgen|$`,
		'meld|schrijf ~ me|mij ~ aan|in',
		'me|mij ~ weer? aanmelden|inschrijven',
		`stuur|sturen ~ weer|opnieuw ~ ${messages}|$`,
		'graag weer|opnieuw ~ berichten|sms',
		'wil ~ aanmelden|inschrijven|abonneren',
	],
	doubtful: [
		'laat|laten me|mij|ons ~ met_rust',
		'zoveel|zo_veel|te_veel|teveel|minder ~ berichten|sms|reclame|meldingen|smsjes|berichtjes',
		'niet|geen ~ voor|na|avonds|nachts|zondag*|vandaag|tijdens|weekend ~ $',
		'geen|stop ~ bezorgmeldingen|bezorgberichten|verzendberichten|leveringsmeldingen|winkelwagen*',
		'geen|stop ~ berichten|meldingen|sms over|van ~ bezorging|bestelling|levering|pakket|winkelwagen',
		'hoe|waar|kan_ik ~ afmelden|uitschrijven|stoppen|stop_ik|me_af|mij_af ~ $',
		'opzeggen|zeg ~ abonnement|account|op|$',
		'abonnement|account ~ opzeggen|stoppen|verwijderen',
		'^ genoeg|klaar|hou_op|ophouden|het_is_genoeg|nu_is_het_genoeg|kappen $',
		'is genoeg',
		'geen interesse|belangstelling',
		'niet geinteresseerd',
		'verkeerd nummer|verbonden',
		'verkeerde nummer|persoon',
		'wie is|bent|zijn|ben',
		'nee dank|bedankt',
		'rot|flikker|donder ~ op',
		'oplichting|aangifte',
	],
	counter: [
		'maar ~ wel|blijf|stuur|alleen|niet',
		'grapje|laat_maar|nee_wacht|toch_niet|bedacht',
		'blijf ~ sturen',
		'behalve|alleen',
	],
	not: [
		'non stop',
		'nonstop',
		'niet|nooit|kan_niet ~ stoppen|stop|afmelden|uitschrijven|opzeggen|ophouden',
		'stop|hou|houd|schei ~ nooit|niet',
		'stop|stoppen|annuleer|annuleren|kap ~ met_roken|roken|bezorging|bestelling|levering|betaling|pakket|bus|trein|wasmachine|afspraak|bezorger|regenen|reservering|retour',
		'stop|stopt bij|in|op_het|aan|langs|er',
		'bus stop|halte',
		'heb|nog|al ~ geen|niet ~ ontvangen|gekregen|gehad|bericht ~ $',
	],
};
