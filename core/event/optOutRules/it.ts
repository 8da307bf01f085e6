import { type LanguageRules, near } from './rules';

const messages =
	'messaggi|messaggio|sms|pubblicita|promozioni|offerte|spam|notifiche|messaggini|comunicazioni|rcs';

const lists =
	'lista|liste|list|mailing*|elenco|elenchi|contatti|database|archivi|archivio|rubrica|sistema|banca_dati';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'non|basta|senza|mai|niente|stop|smett*|togli*|cancell*|rimuov*|elimin*|uscire|fuori|rifiuto|rinuncio|stufo|stufa';
const reach =
	'messaggi|sms|pubblicita|promozioni|comunicazioni|contattat*|contattarmi|scrivermi|questa_lista|vostra_lista|la_lista|dalla_lista|vostri_contatti|vostro_database|vostro_archivio';
const family = 'fratello|sorella|madre|padre|figlio|figlia|marito|moglie|nonna|nonno';

export const it: LanguageRules = {
	polite: [
		'per_favore|perfavore|grazie|subito|adesso|ora|ciao|buongiorno|salve|cortesemente|immediatamente|prego',
	],
	optOut: [
		`vorrei|voglio|preferirei|preferisco|prego_di non ricevere ~ ${messages}`,
		'non mi|ci ~ scrivete|scrivere|scriva|mandate|mandare|mandi|inviate|inviare|contattate|contattare|contatti|disturbate|disturbare|messaggiate piu|mai_piu|nulla|niente|piu_nulla|piu_niente|altro? per_favore|grazie|prego? $',
		'non scrivetemi|scrivermi|mandatemi|mandarmi|inviatemi|inviarmi|contattatemi|contattarmi|disturbatemi piu|nulla|niente|piu_nulla|piu_niente|altro|mai_piu? per_favore|grazie|prego? $',
		`non mi|ci? mandate|inviate|mandatemi|inviatemi|mandarmi|inviarmi ~ ${messages}`,
		`non voglio|desidero|vorrei|vogliamo piu? ~ ${messages}|essere_contattat*`,
		'non voglio|desidero|vorrei|vogliamo piu? ricevere piu|nulla|niente|altro|piu_nulla|piu_niente? da_voi|grazie? $',
		`basta|stop|niente piu|con|ai|i|a|altri|altra|piu_i|questi? ~ ${messages}`,
		'smettete|smettetela|smetti|smettila|smetta|finitela|piantatela|cessate ~ di scrivermi|mandarmi|inviarmi|contattarmi|disturbarmi|messaggiarmi|inviare|mandare',
		`toglietemi|toglimi|cancellatemi|cancellami|rimuovetemi|rimuovimi|eliminatemi|eliminami|depennatemi ~ ${lists}`,
		'toglietemi|toglimi|cancellatemi|cancellami|rimuovetemi|rimuovimi|eliminatemi|depennatemi per_favore|grazie|subito|ora? $',
		'^ fermatevi|smettetela|smettetela per_favore|grazie|subito|ora? $',
		'togliete|eliminate|rimuovete|cancellate|tolga ~ mio? numero|lista|elenco|nominativo',
		'disiscrivetemi|disiscrivimi|disiscrivermi|disiscriva|disiscrivere',
		'voglio|vorrei|desidero cancellarmi|disiscrivermi|annullare_l*iscrizione',
		'cancellarmi da|dalla|dai|dal',
		'revoco|ritiro ~ consenso',
		`essere rimoss*|cancellat*|tolt*|eliminat*|depennat* ~ ${lists}|$`,
		`non autorizzo|acconsento|consento|accetto|autorizziamo ~ ${messages}|essere_contattat*`,
		'cancellate|eliminate|rimuovete|cancelli|elimini ~ i? miei dati|contatti per_favore|grazie|subito|$',
		`non voglio|vorrei|desidero piu? essere|stare|comparire in|nella|nel|su ~ ${lists}`,
		'dimenticate|dimentica ~ mio numero',
		'interrompete|interrompere|sospendete|sospendere|cessate|cessare ~ invii|invio|messaggi|sms|comunicazioni',
		'fate a meno di scrivermi|contattarmi|disturbarmi',
	],
	optIn: [
		`voglio|vorrei|desidero ~ ricevere ~ ${messages}`,
		'iscrivetemi|iscrivimi|reiscrivetemi|iscrivermi|reiscrivermi',
		'riprendete|ricominciate ~ mandarmi|inviarmi|scrivermi|invio|messaggi',
		`mandatemi|inviatemi di_nuovo|ancora|nuovamente ~ ${messages}`,
	],
	doubtful: [
		'lasciatemi|lasciami|mi_lasci in pace|stare',
		'troppi|tanti|meno|troppa ~ messaggi|sms|pubblicita|notifiche',
		'non ~ scrivetemi|scrivete|mandate|mandatemi|disturbate|contattatemi ~ prima|dopo|sera|notte|domenica|oggi|durante|lavoro',
		'basta|stop|niente|non_voglio ~ notifiche|messaggi|sms|avvisi di|del|della|sulla|sul ~ consegna|spedizione|ordine|carrello',
		'come|dove|posso ~ disiscriv*|cancell*|annull*|smettere ~ $',
		'disdire|annullare|cancellare|sospendere ~ abbonamento|account|iscrizione',
		'^ basta|ora_basta|adesso_basta|finiamola $',
		'non sono? interessat*|mi_interessa|mi_interessano',
		'numero sbagliato|errato',
		'chi siete|sei|e',
		'no grazie',
		'andate|vai|vaffan* ~ al_diavolo|via|paese|$',
		'molestia|truffa|denuncio|segnalo',
	],
	goods: [
		'pacco|pacchi|ordine|ordini|lordine|consegna*|spedizion*|corriere|taglia|taglie|colore|colori|indirizzo|allindirizzo|appuntament*|lappuntamento|prenotazion*|fattura|fatture|prodotto|prodotti|articolo|articoli|scarpe|vestito|prezzo|prezzi|rimborso|reso|resi|codice|carta|carrello|casa|negozio|campion*|regalo',
		`${messages}|scritta sul|sulla|sullo|sull*|nel|nella|dentro !telefono|cellulare|numero|mio_telefono|mio_cellulare|mio_numero|whatsapp|futuro`,
		'numero civico|interno|fisso',
		'numero di|del|della|dello|dell*|dal|dalla|dallo|sul|sulla|nel|nella !vostr*|tua|tue|lista|liste|elenco|elenchi|contatti|database|rubrica|sistema|mailing*|archivi*|telefono|cellulare|banca_dati|registro|newsletter|gruppo',
		'fisso|usate|usa|maglia|tazza|scatola|torta|biglietto',
		`^ mio|mia ${family}`,
		`!me|mi|e|perche|piu|${messages} * mio|mia ${family}|amico|amica`,
	],
	hint: [
		'non|senza|basta|smett*|toglie*|cancell* ~ ~ messaggi|sms|pubblicita|spam',
		'non|basta|smett* ~ ~ contatt*|disturb*|promozioni|comunicazion*|scrivermi|scrivetemi',
		'cancell*|elimin*|rimuov*|toglie* ~ miei|mio dati|nominativo|contatto',
		...near(less, reach),
	],
	counter: [
		'ma|pero ~ continuate|mandate|solo|voglio|scrivetemi',
		'anzi_no|scherzo|scherzavo|lasciate_perdere|come_non_detto',
		'continuate a|pure',
		'tranne|eccetto|solo',
	],
	not: [
		'non voglio|vorrei|desidero perdere|perdermi',
		'non|niente ~ ho|abbiamo|vedo|arrivano|ricevut*|arrivat* ~ messaggi|messaggio|sms|offerte|notifiche',
		'non stop',
		'non|mai|senza ~ fermarti|fermatevi|fermate|ferma|fermare|smettete|smettere|smetto|smetti|cancellatemi|disiscrivetemi|annulla|annullare|togliere|toglietemi',
		'ferma|fermate|annulla|annullare|annullate|cancellare|cancellate|cancella|fermare|bloccare|bloccate il|la|lo|l|un|una|mio|mia|questo|questa ~ ordine|consegna|prenotazione|spedizione|pacco|pagamento|appuntamento|macchina|autobus|treno|reso|articolo|volo|lordine|lappuntamento',
		'smettere di fumare|piovere',
		"l'ordine|lappuntamento",
		'ferma a|in|davanti|al|alla|davvero',
		'non|ho ~ ricevuto|ricevo ~ $',
		'basta che|un|poco|cosi|solo',
		'si ferma',
		'la|una fermata|ferma',
	],
};
