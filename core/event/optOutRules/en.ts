import type { LanguageRules } from './rules';

const messages =
	'text|texts|txt|txts|message|messages|msg|msgs|sms|rcs|spam|notifications|alerts|ads|adverts|promos|promotions|newsletter*|offers|marketing|updates|reminders';
const writing =
	'texting|messaging|contacting|spamming|bothering|bugging|harassing|pestering|msging|txting|emailing|writing|pinging|annoying';
const write = 'text|message|contact|msg|txt|sms|spam|write|bother|ping|email|disturb|call';
const not = "don't|do_not|dnt|never|stop_to|not_to|no_longer";
const me = 'me|us|my_number|my_phone|this_number|my_name|my_contact|number';

export const en: LanguageRules = {
	polite: [
		'please|pls|plz|plse|thanks|thank_you|thx|ty|kindly|now|immediately|ok|okay|hi|hello|hey|dear|sir|team|just|right_now|today|at_once|already|ffs|asap|it|this|forever|everything',
	],
	optOut: [
		`stop|quit|cease|discontinue|end ~ ${writing} me|us|my|this|people|please|pls|now|already|immediately|again|$`,
		`stop|quit|cease|end|halt|cancel|discontinue the|these|those|all|your|this|any|my|with_the|with_these|sending? ${messages} please|pls|now|to|from|$`,
		`stop|quit|cease sending ~ ${messages}`,
		'stop|quit sending me|us|it|these|this|those|stuff|things|anything|$ please|now|$?',
		`stop ${messages} please|pls|now|to|$`,
		`${not} ever? ${write} ${me}|here|anymore|again`,
		`${not} send|sending ~ ${messages}`,
		`${not} send ${me} anything|stuff|things|any_more|anymore|more`,
		`no|zero|not_any more|further|longer ${messages}`,
		`take|remove|delete|drop|get|pull|strike|cut ${me} off|from|out_of|of your|the|this|these|all|of? ~ list|lists|database|system|contacts|records|service|texts|messages|listing|group`,
		`remove|delete|erase ${me} please|now|$`,
		`unsubscribe|unsub|unsuscribe|unsubcribe|unsubscibe ${me}|from|this`,
		`want|like|wish|need|wanna|going|please|pls|will to? unsubscribe|unsub|opt_out|optout`,
		`opt ${me} out`,
		`i|we am|are? opt|opting|opted out`,
		`don't|do_not|no_longer|dont|never|didnt want|wish|like|need|agree|ask to? be? ~ receive|get|getting|receiving|hear|hearing|contacted|texted|messaged|messages|texts|sms|msgs`,
		`don't|do_not|no_longer want|need|like your|these|this|any|any_more|more|those ${messages}|stuff`,
		`revoke|withdraw|withdrawing|retract my? consent|permission|agreement`,
		`lose|forget|delete|erase my number`,
		`cancel|end my? ${messages} subscription`,
		`cancel all|these|your ${messages}`,
		`i do not consent|agree to? ~ ${messages}|contact|contacted`,
	],
	optIn: [
		`start|resume|restart|begin texting|messaging|sending|${messages} ~ again|please|$`,
		`subscribe|resubscribe|re_subscribe me|us|again|$`,
		`want|like|wish|love to? get|receive|resume|have ~ ${messages}`,
		`want|like|wish to? subscribe|opt_in|join|resubscribe`,
		'sign|add|put|opt me|us back? up|to|in|on|back',
		`send me your? ${messages} again|please|$`,
		'i opt in',
		`keep|continue sending me ${messages}`,
	],
	doubtful: [
		`stop|quit|mute|pause|cancel|no the|those|these|your|my|all? delivery|shipping|order|tracking|parcel|cart|evening|night|sunday|weekend|sale|black_friday|review|appointment|payment|daily|weekly ${messages}`,
		`so|too|that|as many ${messages}`,
		`too|so often|much ~ ${messages}|$`,
		`${not} ${write} ${me} ~ before|after|at|on|during|until|between|while|in|so_often|every|this|today|tonight`,
		`stop|quit ${writing} me ~ before|after|at|on|during|until|while|in_the|so_early|so_late|every|today|tonight`,
		`fewer|less ${messages}`,
		`how|where|can_i|could_i|is_it_possible|possible ~ unsubscribe|opt_out|stop|cancel|remove ~ ${messages}|from|this|these|list|$`,
		`did i ~ unsubscribe*|opted|opt`,
		'cancel|end|stop|pause my|the|this|our? subscription|membership|account|plan',
		'leave me|us alone',
		'^ enough ~ $',
		'enough already|of_this|is_enough',
		'fuck|piss|bugger off',
		'go away|get_lost',
		'wrong number|person',
		'not interested|bothered',
		'no interest',
		'who is this|who_are_you|who_gave_you ~ number?',
		'report|reporting|block|blocking you|this|spam|your',
		'this is spam|harassment',
		'no_thanks|no_thank_you $',
		'no more|longer $',
		'stop it|that',
		'not now',
	],
	counter: [
		'no_wait|just_kidding|jk|nevermind|never_mind|joking|changed_my_mind|on_second_thought|scrap_that|ignore_that|ignore_my_last',
		`keep|continue|still|but send|sending|texting|messaging|the|my|them|want|get`,
		`but ~ keep|continue|want|send|not|only`,
		`except|only|unless`,
	],
	not: [
		`non|bus|tram|train|metro|pit|one|next|last|first|rest|tour|door|full|truck|taxi|your|a|which|this|any|every|shuttle|subway stop|stops`,
		`stop by|in|at|over|off|selling|working|loving|watch|sign|motion|light|lights|loss|smoking|drinking|raining|charging|here|there|and|production|producing|making|accepting|doing|offering|showing|shipping|carrying|stocking|bleeding`,
		`stop|cancel|end|hold|pause|quit the|my|our|this|that|a|an delivery|order|orders|payment|shipment|parcel|package|booking|appointment|reservation|return|item|items|courier|driver|transaction|refund|meeting|ride|trip|job|day|table|flight !${messages}`,
		`${not}|cant|cannot|wont|can_not|will_not|wouldnt|i_cant|couldnt ~ stop|quit|cancel|unsubscribe|end|remove|delete`,
		'quit smoking|my|the|job|drinking',
		'end|ends|ended of|in|on|at|date|soon',
		'the|by|until|till|weekend|week|year|month|day|back|front|high|low end|ends',
		'stop|unsubscribe is|button|word|link',
		'stopped|ending|cancelled|canceled',
	],
};
