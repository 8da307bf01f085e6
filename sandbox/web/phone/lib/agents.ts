import type { HandsetAgent } from '../../../../handset/types';
import type { Agent } from './types';

/** An agent of the network as the handset shows it. */
export const handsetAgent = ({ name, color, logoUrl, verified }: Agent): HandsetAgent => ({
	name,
	color,
	verified,
	...(logoUrl !== undefined && { logoUrl }),
});
