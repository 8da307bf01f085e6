export const optOutThemes = [
	'neverAgreed',
	'wrongNumber',
	'howToGetOff',
	'tooMany',
	'leaveAlone',
	'deleteData',
	'onlyOtherChannel',
	'noInterest',
	'complaint',
	'indirect',
] as const;

export const ordinaryThemes = [
	'delivery',
	'order',
	'product',
	'returns',
	'smallTalk',
	'appointment',
	'prices',
	'messages',
	/** What sounds like an opt-out: "stop by any time", "remove the sticker". */
	'sounds',
	'account',
] as const;

/** In one language, in words that the rules need not know; somebody should read each. */
export type OptOuts = Readonly<Record<(typeof optOutThemes)[number], readonly string[]>>;

/** What people write to shops in one language, as we think of it: nobody's real messages. */
export type Ordinary = Readonly<Record<(typeof ordinaryThemes)[number], readonly string[]>>;
