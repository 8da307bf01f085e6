import type { INodeProperties } from 'n8n-workflow';
import { senderFields } from '../shared/senderFields';

/** The sender as an option. */
export const senderOptions: INodeProperties[] = senderFields(
	{
		name: 'from',
		description: 'The sender the message comes from; by default, the one of the credential',
	},
	'/provider',
	({ profile }) => profile.options.includes('from'),
);
