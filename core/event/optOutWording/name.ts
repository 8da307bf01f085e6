const PARTICLES =
	'af|al|av|bin|da|das|de|del|den|der|di|do|dos|e|el|ibn|la|las|los|ter|van|von|y|zu';
const PART = String.raw`(?:\p{Lu}\.|(?:[dlDLO]['’])?\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*|${PARTICLES})`;

const NAME = new RegExp(`^${PART}(?:[ ,]+${PART}){0,5}$`, 'u');

/**
 * Whether a text is written as a name is: a few words, each with a capital, and "van", "de" and the like. The
 * letters of a name say nothing of what its owner wants. Where there are no capitals, nothing tells.
 */
export function isName(text: string): boolean {
	return NAME.test(text.normalize('NFC').trim());
}
