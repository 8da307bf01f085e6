import { type LanguageRules, near } from './rules';

const verbs =
	'przysylac|przysylajcie|przysylaj|wysylac|wysylajcie|wysylaj|pisac|pisz|piszcie|kontaktowac|kontaktujcie|smsowac|nekac|spamowac|nekajcie';
const messages =
	'wiadomosci|wiadomosc|sms|smsow|smsy|sms-ow|esemesow|esemesy|reklam|reklamy|spamu|spam|ofert|oferty|powiadomien|newslettera|promocji';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'nie|bez|przesta*|stop|koniec|dosc|usun*|wykresl*|skasuj*|wypis*|rezygn*|odmawiam|wolalbym_nie|wolalabym_nie|mam_dosc';
const reach =
	'wiadomosci|sms|smsow|smsy|reklam|reklamy|powiadomien|kontaktow*|kontaktuj*|z_listy|z_bazy|waszej_listy|waszej_bazy|stad';
const family = 'brat|brata|siostr*|matk*|mama|mame|mamy|ojciec|ojca|syn|syna|cork*|maz|meza|zon*';

export const pl: LanguageRules = {
	polite: [
		'prosze|dziekuje|dzieki|teraz|natychmiast|dzien_dobry|czesc|witam|od_razu|pilne|juz|uprzejmie',
	],
	optOut: [
		'mnie|numer ~ wypisac|usunac|wykreslic|skreslic ~ listy|bazy|systemu|$',
		`nie|przestancie|przestan|przestac|prosze_nie ~ ${verbs} ~ ${messages}`,
		`nie|przestancie|przestan|przestac|prosze_nie ~ ${verbs} wiecej|juz|nic? do_mnie|mi|mnie|sie_ze_mna|sie? wiecej|juz|nic|prosze|dziekuje? $`,
		`nie chce|zycze|chcemy|potrzebuje ~ ${messages}|kontaktu`,
		'nie chce|zycze_sobie|chcemy juz|wiecej|nic? dostawac|otrzymywac wiecej|juz|nic|tego? od_was? $',
		`zadnych|koniec|dosc|stop|bez ~ ${messages}`,
		`nie wysylajcie|przysylajcie|wysylaj|wysylac|przysylac ~ ${messages}`,
		'usun|usunac|usuncie|usuniecie|wykreslcie|wykresl|skreslcie|skasujcie|wypiszcie|wypisz|wypiszcie|skasuj ~ mnie|numer|moj ~ listy|bazy|numer|systemu|bazy_danych|subskrypcji|$',
		'chce|chcialbym|chcialabym|prosze ~ sie ~ wypisac|wyrejestrowac',
		'wypisac sie|mnie',
		'wypisuje|wypisujesie ~ sie',
		'rezygnuje z ~ sms|wiadomosci|powiadomien|subskrypcji|smsow|otrzymywania|newslettera|reklam',
		'chce zrezygnowac z ~ sms*|wiadomosci|otrzymywania|powiadomien|reklam',
		'cofam|wycofuje|odwoluje ~ zgode',
		'przestancie|przestan ~ ~ pisac|wysylac|smsowac|nekac|spamowac|przysylac',
		'usuncie|usun|skasujcie|prosze_usunac|prosze_o_usuniecie ~ moje|moich dane|danych ~ bazy|systemu|prosze|$',
		'nie chce byc|figurowac ~ liscie|bazie',
		`nie wyrazam|udzielam|daje ~ zgody|zgode ~ ${messages}|kontakt*|marketing*|$`,
		'zapomnijcie|zapomnij ~ moj numer',
		'zaprzestac|zaprzestancie|wstrzymajcie|wstrzymac ~ wysylki|wysylania|wiadomosci|sms*',
	],
	optIn: [
		`chce|chcialbym|chcialabym|prosze ~ otrzymywac|dostawac ~ ${messages}`,
		'zapisz|zapiszcie|dodajcie|dopiszcie mnie|mnie_znowu|mnie_ponownie ~ $?',
		'chce|chcialbym|chcialabym sie ~ zapisac',
		`wysylajcie|przysylajcie|piszcie ~ znowu|ponownie|znow ~ ${messages}|$`,
		'wznowcie|wznow ~ wiadomosci|wysylanie|sms*',
	],
	doubtful: [
		'daj|dajcie ~ spokoj|spokojj',
		'zostawcie|zostaw ~ mnie ~ spokoju|$',
		'tyle|duzo|mniej|tylu|wiele ~ wiadomosci|sms*|reklam',
		'nie ~ piszcie|pisz|wysylajcie|pisac|wysylac ~ przed|po|noca|wieczorem|niedziel*|dzisiaj|dzis|w_nocy|w_pracy',
		'stop|nie_chce|koniec|bez ~ powiadomien|wiadomosci|sms* o ~ dostawie|zamowieniu|przesylce|koszyku|paczce',
		'jak|gdzie|czy_moge ~ wypisac|zrezygnowac|wylaczyc|wypisze ~ $',
		'anuluj*|zrezygnowac|wypowiadam|zamknac ~ subskrypcj*|konto|abonament*',
		'^ dosc|wystarczy|starczy|koniec|przestan|przestancie $',
		'nie jestem|jestesmy? zainteresowan*|interesuje_mnie|interesuje',
		'zly|bledny|pomylka numer',
		'pomylka|pomylka_numer',
		'kto to|pisze',
		'nie dziekuje|dzieki|dziekuje_bardzo',
		'spadajcie|spadaj|odczepcie|odwal*|odpieprz*',
		'oszustwo|nekanie|zglosze',
	],
	goods: [
		'paczk*|przesylk*|zamowieni*|dostaw*|kurier*|rozmiar*|kolor*|adres*|wizyt*|rezerwacj*|faktur*|produkt*|artykul*|buty|butow|sukienk*|cen|cena|ceny|zwrot*|wymian*|kod|kodu|karty|koszyk*|domu|sklepu|probk*|paragon*',
		`${messages}|napis na|w !telefon|ten_numer|moj_numer|numer|komorke|przyszlosci|ogole|liscie|moj`,
		'numer mieszkania|domu|lokalu|bloku|pietra|na|buta|butow',
		'kubku|kartce|torcie|pudelku|koszulce|skrzynki',
		`^ moj*|mego ${family}`,
		`!mi|mnie|nas|i|bo|wiecej|${messages} * moj*|mego ${family}|przyjaciel*|koleg*`,
	],
	hint: [
		'nie|bez|usun*|przesta*|koniec ~ ~ wiadomosci|sms|smsow|reklam|spamu',
		'nie|bez ~ ~ kontakt*|reklam*|niepoko*|nekac|nekania',
		'usun*|skasuj*|wykresl* ~ moje|moj dane|numer',
		...near(less, reach),
	],
	counter: [
		'ale ~ wysylajcie|chce|tylko|piszcie|dalej',
		'zartowalem|zartowalam|zart|niewazne|rozmyslilem|rozmyslilam|czekaj',
		'wysylajcie dalej',
		'oprocz|poza|tylko',
	],
	not: [
		`nie ma|mam|mamy|widze|widzialem|widzialam|dostaje|ma_juz ~ ${messages}`,
		'nie chce ~ przegapic|stracic',
		'koniec promocji|oferty',
		'non stop',
		'nonstop',
		'nie|nigdy ~ przestawaj|przestawajcie|przestane|przestan|rezygnuj|rezygnuje|zrezygnuje|wypisujcie|usuwajcie|wypisz',
		'rezygnuje|zrezygnowac|zatrzymajcie|zatrzymac|anulujcie|anulowac|wstrzymajcie|anuluje|stop z|ze? ~ zamowienia|zamowienie|dostawe|dostawy|wizyty|paczki|paczke|rezerwacji|zakupu|palenia|produktu|zwrotu|platnosc|palic|pracy',
		'przestac|przestalo|przestanie palic|padac|dzialac',
		'stop przy|na|w',
		'nie ~ dostalem|dostalam|otrzymalem|otrzymalam|przyszla|przyszedl|dotarla|dotarl ~ $',
	],
};
