import type { Template } from '../../../core/template';
import type { Templates } from '../../../core/provider';

/** Templates for one run: each is read once, whatever came of it. */
export function readOnce(templates: Templates): Templates {
	const { get } = templates;
	if (!get) return templates;
	const known = new Map<string, Promise<Template>>();
	return {
		...templates,
		get: (call, id) => {
			const key = JSON.stringify([call.settings.agent, id]);
			const read = known.get(key) ?? get(call, id);
			known.set(key, read);
			return read;
		},
	};
}
