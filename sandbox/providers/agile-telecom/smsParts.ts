/** The default alphabet of 3GPP TS 23.038; characters of its extension table take two septets. */
const basic =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** In how many parts a text travels as SMS, and whether it needs Unicode. */
export function smsParts(text: string): { unicode: boolean; parts: number } {
	const characters = [...text];
	const unicode = characters.some((each) => !basic.includes(each) && !extended.includes(each));
	const width = (each: string): number => (unicode ? each.length : extended.includes(each) ? 2 : 1);
	const [single, each] = unicode ? [70, 67] : [160, 153];
	const total = characters.reduce((sum, character) => sum + width(character), 0);
	if (total <= single) return { unicode, parts: 1 };
	const filled = characters.reduce(
		({ parts, used }, character) => {
			const size = width(character);
			return used + size > each ? { parts: parts + 1, used: size } : { parts, used: used + size };
		},
		{ parts: 1, used: 0 },
	);
	return { unicode, parts: filled.parts };
}
