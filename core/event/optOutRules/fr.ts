import { type LanguageRules, near } from './rules';

const messages =
	'message|messages|sms|texto|textos|pub|pubs|publicites|publicite|promo|promos|offres|spam|spams|notifications|sollicitations|rcs';

const lists =
	'liste|listes|fichier|fichiers|base|bases|contacts|diffusion|systeme|mailing*|repertoire';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'ne|plus|pas|sans|jamais|fini|stop|stopp*|arret*|cess*|retir*|suppr*|ray*|effac*|enlev*|sortir|refus*|assez|marre|renonce|passe';
const reach =
	'messages|sms|textos|pub|pubs|publicites|sollicitations|envois|relances|communications|me_contacter|mecrire|me_solliciter|contacte|contactee|vos_contacts|votre_liste|vos_listes|la_liste|cette_liste|vos_fichiers|votre_base|votre_fichier';
const family = 'frere|soeur|mere|pere|fils|fille|mari|femme';

export const fr: LanguageRules = {
	polite: [
		"s'il_vous_plait|s'il_te_plait|svp|stp|merci|bonjour|maintenant|immediatement|tout_de_suite|salut|bonsoir|cordialement|je_veux|d'avance",
	],
	optOut: [
		'retirer|supprimer|enlever|effacer|rayer mon|mes|ma numero|nom|coordonnees|contact|telephone de|des|du? ~ liste|listes|fichier|fichiers|base|$',
		"ne? m'ecrivez|m'ecris|m'envoyez|m'envoie|me_contactez|me_contacte|nous_ecrivez|nous_contactez|me_derangez|me_spammez plus|pas|jamais|plus_jamais rien|du_tout|de_nouveau|a_nouveau? svp|merci|s'il_vous_plait|stp|maintenant? $",
		`ne? m'envoyez|m'envoie|nous_envoyez plus|pas|jamais ~ ${messages}`,
		"ne plus ~ m'ecrire|m'envoyer|me_contacter|me_deranger|me_solliciter|me_relancer|me_harceler|m'importuner|etre_contacte|etre_contactee|etre_sollicite|etre_derange|etre_derangee",
		`plus recevoir|recevoir_de|recevoir_vos ~ ${messages}`,
		'ne plus ~ recevoir rien|de_vous|de_votre_part? $',
		`ne? veux|souhaite|desire|voudrais|veut|souhaitons|voulons plus|pas ~ ${messages}|etre_contacte|etre_contactee|etre_sollicite|etre_sollicitee|etre_derange|etre_derangee|etre_importune|etre_importunee`,
		'ne? veux|souhaite|desire|voudrais|veut|souhaitons|voulons plus|pas ~ recevoir rien|quoi_que_ce_soit|de_vous|de_votre_part|de_vos_nouvelles? $',
		`stop|assez|arretez|halte|cessez de|aux|a|avec|les|vos|ces|tous? ~ ${messages}`,
		`^ merci|svp|bonjour|non? plus|fini de|d'|aucun|avec|les|vos? ~ ${messages}`,
		"^ arretez|arrete|cessez|arreter|stoppez svp|s'il_vous_plait|stp|merci|maintenant|tout_de_suite|immediatement|tout|ca? svp|merci? $",
		"arretez|arrete|cessez|cesse|stop|stopper|stoppez|arreter de|d'|d' m'ecrire|m'envoyer|m'envoyer|me_contacter|me_deranger|me_harceler|me_spammer|m'embeter|m'importuner|spammer",
		"arretez|arrete|cessez denvoyer|dm'envoyer|d'envoyer|d'ecrire",
		'desabonnez|desinscrivez|supprimez|retirez|enlevez|rayez|otez moi|mon_numero|nous|mon_nom de|des|immediatement|$? ~ $?',
		'me|mon desabonner|desinscrire|desabonnement|desinscription',
		'je me desabonne|desinscris',
		'retire|revoque|retirer mon|mes? consentement',
		'cesser|cessez|arreter|arretez|darreter|stoppez|suspendez de|tous|tout|toute|vos|ces|les? vos|ces|les? envois|envoi|sollicitations|campagnes|communications|relances',
		"^ merci|priere|veuillez|pouvez_vous|pourriez_vous|svp d'arreter|de_cesser|cesser|arreter svp|merci|maintenant|tout? $",
		`etre retire|retiree|supprime|supprimee|raye|rayee|enleve|enlevee|desinscrit|desinscrite|desabonne|desabonnee ~ ~ ${lists}|$`,
		'supprimez|effacez|retirez toutes? mes donnees|coordonnees|informations|infos svp|merci|$',
		`ne? veux|souhaite|voudrais plus|pas etre|figurer|apparaitre dans|sur ~ ${lists}`,
		`supprimez|effacez|retirez|enlevez|supprimer|effacer|retirer mes|mon|toutes_mes donnees|coordonnees|informations|infos|nom|contact ~ ~ ${lists}`,
		`refuse|refusons de? recevoir|toute|toutes|vos|tout ~ ${messages}`,
		'oubliez|oublie ~ mon_numero|mes_coordonnees',
		'mettez|mettre fin a ~ envois|messages|sms|sollicitations|pubs|publicites',
		`me_passe|me_passerai de ~ ${messages}|envois`,
	],
	optIn: [
		`veux|souhaite|voudrais|aimerais|souhaiterais|j'aimerais a_nouveau|de_nouveau|bien? recevoir ~ ${messages}`,
		'abonnez|reabonnez|inscrivez|reinscrivez moi|nous|a_nouveau?',
		"me reabonner|m'abonner|m'inscrire|reinscrire",
		"reprenez|recommencez|reprendre|renvoyez ~ messages|sms|envois|m'ecrire|m'envoyer",
		"m'abonner|m'inscrire|mabonner|minscrire",
	],
	doubtful: [
		"ne? m'appelez|m'appelle plus|pas|jamais $",
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
	goods: [
		'colis|paquet*|commande*|livraison*|livreur|taille*|couleur*|adresse*|rendez|rdv|reservation*|facture*|produit*|article*|chaussure*|robe*|prix|remboursement*|retour*|echange*|code*|carte*|panier|cadeau*|maison|bureau|magasin|rouge*|echantillon*',
		'message|messages|texto|textos|pub|pubs sur|dans|a_linterieur|sous le|la|les|mon|ma|un|une|l* !telephone|portable|mobile|numero|tel|avenir|liste',
		'numero !definitivement|demain|des_maintenant|dici d*|sur !votre|vos|tes|ta|la_liste|la_base|cette|ces|telephone|tel|portable|mobile|liste|base|fichier*|contact*|suite|systeme|repertoire|chez|tout*|partout',
		'gateau|tasse|coussin|appartement|rue|porte|etage|grav*|brod*|boite',
		`^ mon|ma ${family}`,
		`!moi|nous|et|car|plus|${messages} * mon|ma ${family}|ami|amie|collegue`,
	],
	hint: [
		'ne|pas|plus|sans|retir*|suppr*|arret* ~ ~ messages|sms|textos|pubs|spam|sollicitations',
		'ne|plus|pas|refus*|arret*|cess* ~ ~ contact*|sollicit*|relanc*|demarch*|publicite*|derange*',
		'supprim*|effac*|retir*|ray* ~ mes|mon donnees|coordonnees|nom',
		...near(less, reach),
	],
	counter: [
		'mais ~ continuez|gardez|envoyez|je_veux|seulement',
		'non_attendez|je_plaisante|je_rigole|laissez_tomber|oubliez',
		'continuez|continue ~ envoyer|envois|messages',
		'sauf|seulement|uniquement',
	],
	not: [
		"j'ai|n'ai|ai|y_a|n'y_a|avez|n'avez|on_a|n'a|recois|recoit|avons|n'avons|vois|trouve plus|pas|aucun|encore? de|d'|aucun? ~ messages|message|sms|textos|offres|promos|notifications",
		'veux|voudrais|souhaite ~ rater|manquer|louper',
		'plus de messages|sms|offres|promos que',
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
