import { cardRules } from './styles/card';
import { chatRules } from './styles/chat';
import { chromeRules } from './styles/chrome';
import { fileRules } from './styles/file';
import { markRules } from './styles/mark';
import { tokenRules } from './styles/tokens';

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
