import { type LanguageRules, near } from './rules';

const messages =
	"berichten|bericht|sms|smsjes|sms'jes|berichtjes|reclame|appjes|spam|aanbiedingen|meldingen|nieuwsbrief|nieuwsbrieven|smsen|promoties";
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'niet|geen|nooit|niets|niks|zonder|stop*|verwijder*|haal|schrap|uit|af|weg|genoeg|zat|liever|weiger|hoef';
const reach =
	'berichten|sms|smsjes|appjes|reclame|benaderd|benaderen|contacteren|gecontacteerd|jullie_lijst|uw_lijst|de_lijst|deze_lijst|jullie_systeem|uw_systeem|jullie_bestand|uw_bestand|jullie_horen|van_jullie_horen|mailinglijst';
const family = 'broer|zus|moeder|vader|zoon|dochter|man|vrouw|oma|opa';

export const nl: LanguageRules = {
	polite: [
		'alstublieft|alsjeblieft|aub|svp|bedankt|dank_u|dank_je|dankjewel|nu|direct|onmiddellijk|hallo|hoi|graag|meteen|per_direct|dag|eens',
	],
	optOut: [
		'nummer|mij|me verwijderen|schrappen|halen|verwijderd ~ lijst|bestand|systeem|database|verzendlijst|mailinglijst',
		`geen ~ ${messages} meer|aub|alsjeblieft|alstublieft|svp|graag|$`,
		`nooit meer ~ ${messages}|sturen`,
		'stuur|sturen|zend|schrijf|contacteer|benader|app|sms|bericht|mail me|mij|ons? ~ niet|niets|niks|nooit meer|$',
		`wil|wens|hoef|willen ~ geen|niet|niets|niks ~ ${messages}|benaderd|gecontacteerd|lastiggevallen`,
		'wil|wens|hoef|willen ~ niets|niks|niet ~ meer|van_jullie|van_u ~ ontvangen|krijgen|horen',
		`stop|stoppen|kap|hou|houd|schei ~ met|op|uit ~ sturen|smsen|berichten|appen|schrijven|${messages}|lastigvallen|spammen`,
		`stop ~ ${messages} $`,
		'haal|verwijder|schrap|neem|gooi ~ me|mij|nummer|ons ~ lijst|adressenlijst|bestand|af|uit|verzendlijst|systeem|mailinglijst|database|adresboek|$',
		'meld|schrijf|schrijven ~ me|mij|ons ~ af|uit',
		'wil|graag|wens|wilde ~ me|mij|mijzelf? afmelden|uitschrijven',
		'afmelden|uitschrijven van|voor ~ $',
		'niet meer ~ smsen|sturen|appen|berichten|contacteren|schrijven|benaderen',
		'trek ~ toestemming ~ in',
		'intrekken|herroep ~ toestemming',
		'kunnen|kunt|kan|willen|wilt ~ jullie|u|je me|mij|ons ~ uitschrijven|afmelden|verwijderen|schrappen',
		'verwijder|wis|verwijderen|wissen ~ mijn gegevens|contactgegevens|data|telefoonnummer aub|svp|graag|alstublieft|alsjeblieft|$',
		'wil|wens|hoef niet|nooit meer? op|in ~ lijst|bestand|database',
		'van|uit ~ lijst|bestand|database gehaald|verwijderd|geschrapt|af',
		`wil|wens|hoef ~ ${messages} niet|nooit meer|$`,
		'vergeet mijn nummer',
		`zit niet te wachten op ~ ${messages}`,
		'geen ~ contact meer',
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
	goods: [
		'pakket*|pakje*|bestelling*|levering*|bezorging*|bezorger|zending*|maat|maten|kleur*|adres|adressen|adresgegevens|afspraak|afspraken|reservering*|boeking*|factuur|facturen|product*|artikel*|schoen*|jurk*|prijs|prijzen|retour*|terugbetaling|ruil*|kortingscode*|kaart*|winkelwagen|huis|thuis|winkel|tafel|staal|verkeerde',
		`${messages}|tekst op|in|bij de|het|een|mijn !telefoon|mobiel|nummer|toekomst|gsm|lijst`,
		'nummer van|op|uit|bij !jullie|uw|je|de_lijst|deze|dit|het_bestand|het_systeem|systeem|de_database|lijst',
		'mok|doos|broek|taart|brievenbus|huisnummer',
		`^ mijn ${family}`,
		`!mij|me|ons|en|want|omdat|meer|${messages} * mijn ${family}|vriend|vriendin|collega`,
	],
	hint: [
		'niet|geen|zonder|nooit|stop*|verwijder* ~ ~ berichten|sms|smsjes|reclame|spam',
		'niet|geen|nooit ~ ~ benader*|contact*|reclame|lastig*|lastiggevallen',
		'verwijder*|schrap|wis ~ mijn gegevens|nummer|naam',
		...near(less, reach),
	],
	counter: [
		'maar ~ wel|blijf|stuur|alleen|niet',
		'grapje|laat_maar|nee_wacht|toch_niet|bedacht',
		'blijf ~ sturen',
		'behalve|alleen',
	],
	not: [
		`heb|hebben|had|hadden|krijg|kreeg|kregen|zie|zag|is|zijn|was|waren|nog|kwam|komen|er ~ geen ~ ${messages} ~ meer?`,
		'geen bericht|berichten|sms|sms_je|berichtje gehad|gekregen|ontvangen|gezien|binnen|gehad',
		'wil ~ missen',
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
