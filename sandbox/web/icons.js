import { drawing } from './dom.js';

const shapes = {
	phone: ['M7 2h10v20H7z', 'M11 19h2'],
};

/** A sign beside words. */
export const glyph = (name) => drawing('glyph', ...shapes[name]);
