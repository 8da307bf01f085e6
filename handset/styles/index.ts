import { cardRules } from './card';
import { chatRules } from './chat';
import { chromeRules } from './chrome';
import { fileRules } from './file';
import { markRules } from './mark';
import { tokenRules } from './tokens';

/**
 * The style sheet of every handset, for all looks and themes. It holds only for what stands in a
 * `frame`, and asks nothing of the page around it.
 */
export const styles: string = [
	...tokenRules(),
	chromeRules,
	chatRules,
	cardRules,
	fileRules,
	markRules,
].join('\n');
