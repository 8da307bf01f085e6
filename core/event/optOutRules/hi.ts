import { type LanguageRules, near } from './rules';

const messages =
	'मैसेज|मेसेज|संदेश|एसएमएस|विज्ञापन|मैसेजेस|sms|message|messages|msg|msgs|massage|sandesh|ads|add|spam|मैसेज़|offer|offers|ऑफर';
const not = 'मत|ना|नहीं|न|mat|na|nahi|nahin|nai|mt';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'मत|नहीं|ना|न|बंद|हटा*|निकाल*|मिटा*|रोक*|mat|nahi|nahin|na|band|hata*|nikal*|mita*|rok*|bas';
const reach =
	'मैसेज|मेसेज|संदेश|एसएमएस|विज्ञापन|लिस्ट|सूची|sms|message|messages|msg|sandesh|list_se|ads|contact|sampark|संपर्क';

/** Hindi, as it is written in Devanagari and in Latin letters. */
export const hi: LanguageRules = {
	polite: [
		'कृपया|प्लीज|धन्यवाद|शुक्रिया|अभी|तुरंत|please|plz|pls|kripya|dhanyavad|shukriya|abhi|turant|ji|जी|bhai|भाई|नमस्ते|namaste|yaar|अब|ab',
	],
	optOut: [
		`${messages} ~ ${not} भेजो|भेजें|भेजिए|भेजना|करो|करें|करना|कीजिए|चाहिए|bhejo|bheje|bhejiye|bhejna|karo|kare|karna|kijiye|chahiye|karen|bhejen|bhej`,
		`${messages} ~ ${not} ~ चाहता|चाहती|chahta|chahti`,
		`${messages} ~ भेजना|करना|आना|bhejna|karna|aana ~ बंद|बन्द|band|bandh`,
		`${messages} ~ बंद|बन्द|रोको|रोकें|band|bandh|roko|rokiye|bnd ~ करो|करें|कीजिए|कर_दो|कर_दीजिए|karo|kare|kijiye|kar_do|karo_na|kardo|krdo|karen|$`,
		`stop|band ~ ${messages} ~ ${not}? $`,
		`मुझे|हमें|mujhe|hame|humko|mujhko ~ ${not} ~ लिखो|लिखें|भेजो|भेजें|संपर्क|likho|bhejo|sampark|contact`,
		`^ please|plz|pls|कृपया|प्लीज|kripya|ab|अब|aur|और|kuch|कुछ|bhai? ${not} भेजो|भेजें|भेजिए|bhejo|bheje|bhejiye|bhejna please|plz|pls|ab|abhi|yaar|bhai? $`,
		`मुझे|mujhe|मुझसे|mujhse ~ संपर्क|sampark|contact ${not}`,
		'सूची|लिस्ट|list|ग्रुप ~ से|se ~ हटा*|निकाल*|hata*|nikal*|remove',
		'मेरा|mera|मेरे ~ नंबर|number ~ हटा*|डिलीट|निकाल*|hata*|delete|nikal*|remove',
		'अनसब्सक्राइब|सदस्यता_समाप्त|unsubscribe|anunsubscribe ~ करें|करो|करना|कर_दो|karo|kare|karna|kar_do|kardo|krdo',
		`और|aur|ab_aur|अब_और|koi_aur|कोई_और ~ ${messages} ~ ${not} ~ $`,
		'सहमति|anumati|sahmati|अनुमति ~ वापस|wapas|vapas',
		'परेशान|तंग|pareshan|tang ~ करना|karna ~ बंद|बन्द|band|bandh|छोड़*|chhod*',
		'मेरी|मेरा|मेरे|meri|mera|mere ~ जानकारी|डिटेल|डिटेल्स|डेटा|jankari|details|data ~ डिलीट|हटा*|मिटा*|delete|hata*|mita*|remove',
		'लिस्ट|सूची|list में|mein|me नहीं|nahi रहना|rehna',
		`मुझे|mujhe|mujhko|हमें|hame ~ ${messages} से|se हटा*|hata*|nikal*|निकाल*`,
		'मेरा|mera नंबर|number भूल*|bhul*|bhool*',
		'भेजना|bhejna ~ छोड़*|chhod*|chod*',
		'संदेशों|मैसेज|messages|message|sms ~ जरूरत|ज़रूरत|zarurat|jarurat नहीं|nahi|nahin',
	],
	optIn: [
		`${messages} ~ फिर_से|दोबारा|phir_se|dobara|fir_se|wapas|वापस ~ भेजो|भेजें|चालू|शुरू|bhejo|bheje|chalu|shuru|start ~ $?`,
		`फिर_से|दोबारा|phir_se|dobara|fir_se ~ ${messages}|सब्सक्राइब|subscribe ~ भेजो|भेजें|चालू|शुरू|करो|करें|bhejo|chalu|shuru|karo|start|$`,
		`${messages} ~ चालू|शुरू|chalu|shuru|start ~ करो|करें|कीजिए|karo|kare|kar_do|कर_दो`,
		`मुझे|mujhe ~ ${messages} चाहिए|chahiye`,
		'सब्सक्राइब|subscribe ~ करना|करें|करो|karna|karo|kare',
		'मुझे|mujhe|मेरा|mera ~ जोड़ें|जोड़ो|jodo|joden|add_karo|add_kar_do',
	],
	doubtful: [
		'परेशान|तंग|pareshan|tang|disturb ~ मत|ना|mat|na|nahi ~ $?',
		'मुझे|mujhe|हमें ~ अकेला|chhod|chod|छोड़ ~ छोड़|दो|दें|do|$',
		`बहुत|इतने|ज्यादा|कम|bahut|itne|zyada|jyada|kam ~ ${messages}`,
		`रात|शाम|रविवार|आज|सुबह|raat|shaam|sunday|aaj|subah|office ~ ${messages} ~ $`,
		`डिलीवरी|ऑर्डर|delivery|order|कार्ट|cart|parcel ~ ${messages}|नोटिफिकेशन|notification ~ $`,
		`कैसे|कहाँ|kaise|kahan ~ बंद|अनसब्सक्राइब|band|unsubscribe|हटाएं|hataye|hatau ~ $`,
		`${messages} कैसे|kaise ~ बंद|band|rokun|roku ~ $`,
		'अकाउंट|खाता|सब्सक्रिप्शन|subscription|account|membership ~ बंद|रद्द|band|cancel ~ $',
		'^ बस|बहुत_हुआ|bas|bahut_hua|bas_karo|बस_करो|bass|बस_कीजिए|kafi|काफी $',
		'बहुत हुआ',
		'bahut ho_gaya|hua',
		'रुचि|इंटरेस्ट|interest|interested|dilchaspi ~ नहीं|nahi',
		'गलत|galat|wrong नंबर|number',
		'कौन|kaun|kon ~ हो|हैं|है|ho|hai|$',
		'^ नहीं_धन्यवाद|nahi_dhanyavad|nahi_chahiye|नहीं_चाहिए $',
		'बंद|अनसब्सक्राइब|band|unsubscribe ~ कैसे|kaise',
		'धोखा|शिकायत|shikayat|fraud',
	],
	goods: [
		'parcel*|पार्सल|order|ऑर्डर|delivery|डिलीवरी|size|साइज|color|colour|रंग|rang|address|पता|pata|appointment|booking|invoice|bill|बिल|product|saman|सामान|joote|जूते|kapde|कपड़े|price|कीमत|refund|return|code|कोड|otp|card|cart|ghar|घर|dukan|दुकान',
		'कप|मग|डिब्बे|केक|शर्ट|cup|mug|box|dibbe|cake|shirt पर|par|pe|में|mein',
		'फ्लैट|मकान|flat|makan|gali|room ~ नंबर|number',
		'मेरे|मेरी|mere|meri भाई|बहन|माँ|पिता|बेटे|बेटी|पति|पत्नी|दोस्त|bhai|behen|maa|pita|bete|beti|pati|patni|dost को|का|की|के|से|ने|ko|ka|ki|ke|se|ne',
	],
	hint: [
		'मैसेज|मेसेज|संदेश|एसएमएस|sms|message|messages|msg ~ ~ मत|नहीं|न|ना|बंद|mat|nahi|nahin|band',
		'विज्ञापन|ऑफर|offer|offers|contact|sampark|संपर्क|pareshan|परेशान ~ ~ मत|नहीं|बंद|mat|nahi|band',
		...near(less, reach),
	],
	counter: [
		'लेकिन|पर|lekin|magar|par|मगर ~ भेज*|चाहिए|सिर्फ|bhej*|chahiye|sirf|केवल',
		'मजाक|mazak|रहने_दो|rehne_do|chhodo_mazak',
		'सिवाय|सिर्फ|sirf|केवल|keval',
	],
	not: [
		'non stop',
		'नॉन स्टॉप',
		'बस|bus स्टॉप|स्टैंड|stop|stand',
		'मत|कभी_नहीं|mat|kabhi ~ रोको|रुको|बंद_करना|rukna|roko|ruko|हटाना|hatana',
		'बंद|band|cancel|unsubscribe|remove|हटाना|रद्द ~ मत|mat|ना|nahi ~ करो|करना|करें|karo|karna|kare|$',
		'डिलीवरी|ऑर्डर|पार्सल|अपॉइंटमेंट|बुकिंग|order|delivery|parcel|appointment|booking|payment|भुगतान ~ रोक*|रद्द|कैंसिल|बंद|cancel|rok*|band|stop ~ करो|करें|कर_दो|दो|करना|karo|kar_do|do|karna|kare|$?',
		'धूम्रपान|सिगरेट|cigarette|smoking ~ छोड़*|बंद|chhod*|chod*|band',
		'दुकान|shop|store|dukan ~ बंद|band ~ $',
		'मैसेज|मेसेज|sms|message|msg|otp|कोड|code ~ नहीं|nahi ~ आया|मिला|aaya|mila|आ_रहा|aa_raha ~ $',
	],
};
