import type { LanguageRules } from './rules';

const messages =
	'message|messages|sms|texto|textos|pub|pubs|publicites|publicite|promo|promos|offres|spam|spams|notifications|sollicitations|rcs';

export const fr: LanguageRules = {
	polite: [
		"s'il_vous_plait|s'il_te_plait|svp|stp|merci|bonjour|maintenant|immediatement|tout_de_suite|salut|bonsoir|cordialement|je_veux|d'avance",
	],
	optOut: [
		"ne? m'ecrivez|m'ecris|m'envoyez|m'envoie|me_contactez|me_contacte|nous_ecrivez|nous_contactez|me_derangez|m'appelez|me_spammez plus|pas|jamais ~ $",
		`ne? m'envoyez|m'envoie|nous_envoyez plus|pas|jamais ~ ${messages}`,
		"ne? plus ~ m'ecrire|m'envoyer|me_contacter|me_deranger|recevoir|etre_contacte|etre_contactee|etre_sollicite",
		`ne? veux|souhaite|desire|voudrais|veut|souhaitons|voulons plus|pas ~ recevoir|de_vos|vos|${messages}`,
		`plus|stop|assez|arretez|halte|fini|cessez de|aux|a|avec|les|vos|ces|tous? ~ ${messages}`,
		"arretez|arrete|cessez|cesse|stop|stopper|stoppez|arreter de|d'|d' m'ecrire|m'envoyer|m'envoyer|me_contacter|me_deranger|me_harceler|me_spammer|m'embeter|m'importuner|spammer",
		"arretez|arrete|cessez denvoyer|dm'envoyer|d'envoyer|d'ecrire",
		'desabonnez|desinscrivez|supprimez|retirez|enlevez|rayez|otez moi|mon_numero|nous|mon_nom de|des|immediatement|$? ~ $?',
		'me|mon desabonner|desinscrire|desabonnement|desinscription',
		'je me desabonne|desinscris',
		'retire|revoque|retirer mon|mes? consentement',
	],
	optIn: [
		`veux|souhaite|voudrais|aimerais|souhaiterais|j'aimerais a_nouveau|de_nouveau|bien? recevoir ~ ${messages}`,
		'abonnez|reabonnez|inscrivez|reinscrivez moi|nous|a_nouveau?',
		"me reabonner|m'abonner|m'inscrire|reinscrire",
		"reprenez|recommencez|reprendre|renvoyez ~ messages|sms|envois|m'ecrire|m'envoyer",
		"m'abonner|m'inscrire|mabonner|minscrire",
	],
	doubtful: [
		'laissez|laisse|fichez|foutez moi|nous tranquille|tranquilles|en_paix|la_paix',
		'trop|moins|autant de ~ messages|sms|pubs|pub',
		"ne? m'ecrivez|m'envoyez|me_contactez|me_derangez ~ avant|apres|le_dimanche|le_soir|la_nuit|ce_soir|pendant|au_travail|aujourd'hui",
		'plus|pas|stop|arretez ~ notifications|messages|sms de|sur|pour la|ma|le? livraison|commande|panier|colis',
		'comment|ou|puis_je|peut_on ~ desabonner|desinscrire|desabonne|arreter|stopper',
		'resilier|annuler|suspendre ~ abonnement|compte',
		'^ assez|ca_suffit|suffit|stop_ca|degagez|basta $',
		'ca suffit',
		'pas|plus interesse|interessee|interesses',
		"ne m'interesse pas",
		'mauvais|faux numero',
		'erreur de numero|personne',
		'qui etes|est',
		'non merci',
		'harcelement|arnaque|signaler',
	],
	counter: [
		'mais ~ continuez|gardez|envoyez|je_veux|seulement',
		'non_attendez|je_plaisante|je_rigole|laissez_tomber|oubliez',
		'continuez|continue ~ envoyer|envois|messages',
		'sauf|seulement|uniquement',
	],
	not: [
		'non|auto|bus stop',
		'arret|arrets de|du|maladie|sur|bus|tram|cardiaque|image|complet',
		"l'|l'arret|un|cet|quel|prochain|larret arret|arrets?",
		'arreter|arretez|arrete|stopper|annuler|annulez|stop de|la|le|ma|mon|cette|ce|une|d? ~ fumer|livraison|commande|reservation|voiture|paiement|colis|retour|production|rendez_vous|chauffage|tabac|course|pub_tv|film|travail',
		"n'arretez|n'arrete|narretez|narrete|ne_vous_arretez|jamais|pas ~ pas|jamais|arreter|arretez",
		'me desabonnez|desinscrivez pas',
		'sans arret',
		'stop and|au|pub_tv',
	],
};
