import { operationsOf } from '../../core/provider';
import { providerIds, providers as registry } from '../../core/providers';
import type { Command } from './command';
import { readOptions } from './input';

const help = `Lists the providers: what each can carry and do.

Usage: rcs-connectors providers

Standard output: a JSON array of {id, profile, operations}.
`;

export const providers: Command = {
	summary: 'what each provider can carry and do',
	help,
	run(args, io) {
		readOptions(args, {});
		const list = providerIds.map((id) => ({
			id,
			profile: registry[id].profile,
			operations: operationsOf(registry[id]),
		}));
		io.stdout(`${JSON.stringify(list, null, 2)}\n`);
		return Promise.resolve(0);
	},
};
