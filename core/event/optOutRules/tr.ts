import { type LanguageRules, near } from './rules';

const messages =
	'mesaj|mesajlar|mesaji|mesajlari|sms|smsleri|reklam|reklamlar|bildirim|bildirimler|spam|kampanya|mesajlarinizi|mesajlariniz|smslerinizi|ileti|iletileri';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'istemi*|gonderm*|atma*|yazma*|durdur*|kes*|birak*|sil*|cikar*|kaldir*|vazgec*|gelmesin|yeter|almay*|almak_istemi*|biktim';
const reach =
	'mesaj*|sms*|reklam*|bildirim*|listenizden|listeden|listenizde|rehberinizden|sisteminizden|kampanya_mesaj*|bana_bir_daha|bana_artik';

export const tr: LanguageRules = {
	polite: [
		'lutfen|tesekkurler|tesekkur_ederim|hemen|simdi|merhaba|selam|artik|sagolun|rica_ederim|bundan_sonra',
	],
	optOut: [
		`${messages} ~ atmayin|gondermeyin|yollamayin|istemiyorum|istemiyoruz|atma|gonderme|yazmayin|almak_istemiyorum|gondermeyiniz|atmayiniz|kesin|durdurun|iptal_edin|gelmesin|son_verin`,
		'bana|bize ~ yazmayin|mesaj_atmayin|ulasmayin|yazma|mesaj_gondermeyin|gondermeyin',
		'beni|bizi ~ rahatsiz_etmeyin|listeden_cikarin|listenizden_cikarin|cikarin|silin|rahatsiz_etme',
		'artik yazmayin|mesaj_istemiyorum|gondermeyin|atmayin',
		'numarami|numaramizi|ismimi|beni ~ silin|cikarin|cikartin|kaldirin|sil|cikar|siler_misiniz|siler_misin|silebilir_misiniz|cikarir_misiniz|kaldirir_misiniz',
		'listeden|listenizden|aboneligimi|aboneliginizden|abonelikten ~ cikarin|cikar|cikmak_istiyorum|cikartin|silin|cikiyorum|iptal_edin|cikarir_misiniz',
		`${messages} ~ almak|gelmesini|gormek istemiyorum`,
		'mesaj|sms ~ gondermeyi|atmayi|yollamayi kesin|birakin|durdurun|kes|birak',
		'mesajlari|smsleri|reklamlari ~ durdurun|kesin|iptal|durdur',
		'baska|daha_fazla|bir_daha ~ mesaj|sms|yazmayin|gondermeyin|atmayin ~ yok|istemiyorum|$',
		'iznimi|onayimi|rizami|izin ~ geri_cekiyorum|iptal_ediyorum|geri_aliyorum',
		'bilgilerimi|verilerimi|kaydimi|numarami ~ silin|sil|siliniz|kaldirin|siler_misiniz|silebilir_misiniz',
		'rahatsiz edilmek istemiyorum|istemiyoruz',
		'listenizde|listede|rehberinizde ~ olmak|yer_almak|kalmak istemiyorum',
		'listenizden|listeden|sisteminizden ~ cikmak|silinmek|cikarilmak ~ istiyorum|isterim',
		'numarami unutun|unut',
		'mesajlar*|smsler*|reklamlar* ~ bitsin|kesilsin|dursun',
		'yollamaktan|gondermekten|atmaktan|yazmaktan vazgecin|vazgec',
	],
	optIn: [
		'mesaj|mesajlari|mesajlarinizi|sms|kampanya|kampanyalari|firsatlari ~ almak ~ istiyorum',
		'tekrar|yeniden ~ mesaj|sms|abone ~ gonderin|atin|istiyorum|olmak_istiyorum|yapin|almak_istiyorum',
		'abone olmak|et|edin|yap|yapin ~ istiyorum|$',
		'beni ~ listeye|abone|tekrar ~ ekleyin|yapin|edin|kaydedin',
		'kayit olmak istiyorum',
	],
	doubtful: [
		'beni|bizi ~ aramayin|aramayiniz',
		'rahat|rahatsiz birakin|birak|etmeyin',
		'beni ~ rahat_birakin|yalniz_birakin|rahat_birak',
		'cok|bu_kadar|daha_az|fazla ~ mesaj|sms|reklam ~ $',
		'gece|aksam|pazar|bugun|sabah|iste|gunleri ~ mesaj|sms|yazmayin ~ $',
		'teslimat|kargo|siparis|sepet ~ bildirim*|mesaj*|sms* ~ istemiyorum|durdurun|kapatin|gondermeyin|$',
		'nasil|nereden|nerden ~ cikabilirim|cikarim|iptal_ederim|iptal_edebilirim|ayrilirim|durdurabilirim|durdururum',
		'abonelikten|listeden|uyelikten ~ nasil ~ $',
		'uyeligimi|hesabimi|aboneligi|uyelik|hesap ~ iptal|kapat|sil|kapatin|silin|dondurun ~ $',
		'^ yeter|yeter_artik|kesin|birakin $',
		'yeter artik',
		'ilgilenmiyorum|ilgilenmiyoruz|ilgimi_cekmiyor',
		'yanlis numara|kisi',
		'kimsiniz|bu_kim|siz_kimsiniz',
		'hayir tesekkurler',
		'^ istemiyorum $',
		'defolun|sikayet_edecegim|dolandirici*|taciz',
	],
	goods: [
		'paket*|siparis*|kargo*|teslimat*|beden*|renk*|rengi|adres*|randevu*|rezervasyon*|fatura*|urun*|ayakkabi*|elbise*|fiyat*|iade*|degisim*|kod|kodu|kart|sepet*|eve|magaza*|numune*|fis|kurye*',
		'ustune|ustunde|uzerine|uzerinde|icine|kutu*|kupa*|pasta*|gomle*|daire|bardak*',
		'kardesimi*|kardesime|abimi*|abime|ablami*|ablama|annem*|babam*|oglumu*|ogluma|kizimi*|kizima|kocam*|karim|karimi*|karima|arkadasimi*|arkadasima',
	],
	hint: [
		'mesaj*|sms*|reklam*|spam ~ ~ istemi*|gonderm*|atma*|almak_istemi*|dur*|kes*|birak*',
		'reklam*|kampanya*|iletisim*|rahatsiz ~ ~ istemi*|gonderm*|kurmayin|edilmek|etmeyin',
		...near(less, reach),
	],
	counter: [
		'ama|fakat ~ devam|gonderin|istiyorum|sadece',
		'saka|sakaydi|bosverin|bosver|vazgectim|dur_hayir',
		'devam edin|et',
		'haric|disinda|sadece',
	],
	not: [
		'mesaj|mesaji|sms ~ istemistim|yok|yoktu',
		'non stop',
		'hic|asla ~ durma|durmayin|birakmayin|iptal_etmeyin|cikarmayin',
		'siparis*|randevu*|rezervasyon*|teslimat*|odeme*|kargo*|kargoyu|iade*|ucus* ~ iptal|durdur*|iptalet|beklet* ~ et|edin|etmek|istiyorum|eder|$?',
		'iptal etmeyin|etme|olmasin',
		'sigarayi|sigara|isi ~ birak*',
		'durak|duragi|otobus ~ $',
		'durmadan|durmaz',
		'mesaj|sms|mesajim|kod ~ gelmedi|almadim|ulasmadi|gelmiyor',
	],
};
